import { AwsClient } from 'aws4fetch';
import { hash } from 'node:crypto';
import { OwnFault } from '../own-fault.ts';
import { boundedBody, TooLong } from './bounded-body.ts';
import { DamagedFile } from './damaged-file.ts';
import { StoreAway } from './store-away.ts';

const TIMEOUT_MS = 30_000;
/** No file that is kept comes near. */
const LARGEST = 256 * 2 ** 20;
const LARGEST_COMPLAINT = 64 * 2 ** 10;
const EXISTS = 412;
const GONE = 404;
const KNOWS_NO_CONDITIONS = 501;
const TOO_OFTEN = 429;

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
    let answer = await this.write(sha256, bytes, mediaType, { 'if-none-match': '*' });
    if (answer.status === KNOWS_NO_CONDITIONS) {
      answer = await this.write(sha256, bytes, mediaType, {});
    }
    if (!answer.ok && answer.status !== EXISTS) throw refusal('PUT', sha256, answer);
  }

  /** Only ever the bytes that were put; anything else is `DamagedFile`. */
  async get(sha256: string): Promise<Buffer> {
    const headers = { 'x-amz-content-sha256': hash('sha256', '') };
    const answer = await this.ask(sha256, { headers });
    if (answer.status === GONE) {
      throw new DamagedFile(sha256, `không còn trong kho (${codeOf(answer)})`);
    }
    if (!answer.ok) throw refusal('GET', sha256, answer);
    if (hash('sha256', answer.body) === sha256) return answer.body;
    throw new DamagedFile(sha256);
  }

  private write(
    sha256: string,
    bytes: Buffer,
    mediaType: string,
    condition: Record<string, string>,
  ): Promise<Answer> {
    return this.ask(sha256, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: { ...condition, 'content-type': mediaType, 'x-amz-content-sha256': sha256 },
    });
  }

  private async ask(sha256: string, request: RequestInit): Promise<Answer> {
    const answer = await this.client
      .fetch(`${this.base}/${sha256}`, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) })
      .then(async (response) => ({
        ok: response.ok,
        status: response.status,
        body: await bodyOf(response),
      }))
      .catch((error: Error) => {
        if (error instanceof TooLong) throw new DamagedFile(sha256);
        throw new StoreAway(`The object store cannot be reached: ${reasonOf(error)}`);
      });
    const { status } = answer;
    if (status === TOO_OFTEN || (status >= 500 && status !== KNOWS_NO_CONDITIONS)) {
      throw new StoreAway(`The object store answers ${status}: ${wordsIn(answer)}`);
    }
    return answer;
  }
}

interface Answer {
  ok: boolean;
  status: number;
  body: Buffer;
}

/** A file as long as none that is kept is not the one that was; of a long complaint nothing is read. */
const bodyOf = (response: Response): Promise<Buffer> =>
  response.ok
    ? boundedBody(response, LARGEST)
    : boundedBody(response, LARGEST_COMPLAINT).catch(() => Buffer.alloc(0));

/** `fetch failed` says nothing; its cause does. */
const reasonOf = ({ message, cause }: Error) => (cause as Error | undefined)?.message || message;

const wordsIn = ({ body }: Answer) => body.toString().replace(/\s+/g, ' ').slice(0, 300);

const codeOf = ({ status, body }: Answer) =>
  /<Code>(\w+)</.exec(body.toString())?.[1] ?? String(status);

/** A wrong key, region or bucket: whoever waits will wait for ever. */
const refusal = (verb: string, sha256: string, answer: Answer) =>
  new OwnFault(
    'store-refuses',
    `Kho tệp từ chối (${verb}: ${answer.status} ${codeOf(answer)}). Báo quản trị viên kiểm tra S3_URL và quyền của khóa; tệp ${sha256}.`,
  );
