import { AwsClient } from 'aws4fetch';
import { hash } from 'node:crypto';
import { DamagedFile } from './damaged-file.ts';

const TIMEOUT_MS = 30_000;
const EXISTS = 412;
const GONE = 404;
const KNOWS_NO_CONDITIONS = 501;

/** An S3-compatible store that has files by their SHA-256 (hexadecimal), under one bucket and prefix. */
export class ObjectStore {
  private readonly client: AwsClient;
  private readonly base: string;

  /** `https://KEY:SECRET@s3.example/bucket/prefix?region=…`; the bucket stands in the path. */
  constructor(url: string) {
    const { username, password, origin, pathname, searchParams } = new URL(url);
    this.base = `${origin}${pathname.replace(/\/+$/, '')}`;
    this.client = new AwsClient({
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
      service: 's3',
      region: searchParams.get('region') ?? 'us-east-1',
      retries: 2,
    });
  }

  /** Nothing that is there already is written over. */
  async put(sha256: string, bytes: Buffer, mediaType: string): Promise<void> {
    let response = await this.write(sha256, bytes, mediaType, { 'if-none-match': '*' });
    if (response.status === KNOWS_NO_CONDITIONS) {
      response = await this.write(sha256, bytes, mediaType, {});
    }
    if (!response.ok && response.status !== EXISTS) throw await complaint('PUT', sha256, response);
    await response.arrayBuffer();
  }

  /** Only ever the bytes that were put; anything else is `DamagedFile`. */
  async get(sha256: string): Promise<Buffer> {
    const response = await this.client.fetch(`${this.base}/${sha256}`, {
      headers: { 'x-amz-content-sha256': hash('sha256', '') },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === GONE) {
      const [, code = '404'] = /<Code>(\w+)</.exec(await response.text()) ?? [];
      throw new DamagedFile(sha256, `không còn trong kho (${code})`);
    }
    if (!response.ok) throw await complaint('GET', sha256, response);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (hash('sha256', bytes) === sha256) return bytes;
    throw new DamagedFile(sha256);
  }

  private write(
    sha256: string,
    bytes: Buffer,
    mediaType: string,
    condition: Record<string, string>,
  ): Promise<Response> {
    return this.client.fetch(`${this.base}/${sha256}`, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: { ...condition, 'content-type': mediaType, 'x-amz-content-sha256': sha256 },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

async function complaint(verb: string, sha256: string, response: Response): Promise<Error> {
  const words = (await response.text()).replace(/\s+/g, ' ').slice(0, 300);
  return new Error(`The object store answers ${response.status} to ${verb} ${sha256}: ${words}`);
}
