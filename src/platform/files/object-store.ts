import { hash } from 'node:crypto';
import { OwnFault } from '../problems/own-fault.ts';
import { DamagedFile } from './damaged-file.ts';
import { inPieces } from './pieces.ts';
import { PartsUpload } from './parts-upload.ts';
import { StoreRequests } from './store-requests.ts';
import { type StoreAnswer, codeOf, KNOWS_NO_CONDITIONS } from './store-answer.ts';

/** S3 takes parts of 5 MiB to 5 GiB, at most 10,000 of them; the last may be shorter. */
const PART = 8 * 2 ** 20;
const EXISTS = 412;
const GONE = 404;

/** An S3-compatible store that has files by their SHA-256 (hexadecimal), under one bucket and prefix. */
export class ObjectStore {
  private readonly requests: StoreRequests;

  /** `https://KEY:SECRET@s3.example/bucket/prefix?region=…`; the bucket stands in the path. */
  constructor(url: string) {
    this.requests = new StoreRequests(url);
  }

  /** Nothing that is there already is written over. What is longer than a part goes up in parts, one at a time. */
  async put(
    { sha256, size, mediaType }: { sha256: string; size: number; mediaType: string },
    bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): Promise<void> {
    if (size > PART) return this.putInParts(sha256, mediaType, bytes);
    for await (const body of inPieces(bytes, PART)) {
      const put = { method: 'PUT', body: bodyOf(body) };
      const headers = { 'content-type': mediaType, 'x-amz-content-sha256': hash('sha256', body) };
      const answer = await onlyIfNew((condition) =>
        this.requests.ask(this.requests.at(sha256), {
          ...put,
          headers: { ...headers, ...condition },
        }),
      );
      if (!answer.ok && answer.status !== EXISTS) throw refusal('PUT', sha256, answer);
    }
  }

  /** Its bytes from one of them on, as they come; whoever takes them looks whether they are those that were put. */
  async *read(sha256: string, from = 0): AsyncGenerator<Buffer> {
    const range = from > 0 && { range: `bytes=${from}-` };
    const headers = { 'x-amz-content-sha256': hash('sha256', ''), ...range };
    const answer = await this.requests.open(this.requests.at(sha256), { headers });
    if (!('status' in answer)) return yield* answer;
    if (answer.status === GONE) {
      throw new DamagedFile(sha256, `không còn trong kho (${codeOf(answer)})`);
    }
    if (answer.status === PAST_ITS_END) throw new DamagedFile(sha256);
    throw refusal('GET', sha256, answer);
  }

  private async putInParts(
    sha256: string,
    mediaType: string,
    bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): Promise<void> {
    if (await this.has(sha256)) return;
    const upload = new PartsUpload(this.requests, sha256);
    const refused = (answer: StoreAnswer) => refusal('POST', sha256, answer);
    await upload.begin(mediaType, refused);
    try {
      for await (const part of inPieces(bytes, PART)) await upload.part(part, refused);
      const answer = await onlyIfNew((condition) => upload.complete(condition));
      if (answer.status === EXISTS) await upload.abort();
      else if (!answer.ok) throw refused(answer);
    } catch (error) {
      await upload.abort().catch(() => {}); // the next upload of this file lets go of it
      throw error;
    }
  }

  private async has(sha256: string): Promise<boolean> {
    const headers = { 'x-amz-content-sha256': hash('sha256', '') };
    const answer = await this.requests.ask(this.requests.at(sha256), { method: 'HEAD', headers });
    if (!answer.ok && answer.status !== GONE) throw refusal('HEAD', sha256, answer);
    return answer.ok;
  }
}

const PAST_ITS_END = 416;

const bodyOf = (bytes: Buffer) => new Uint8Array(bytes);

/** Not every store knows conditions of writing. */
async function onlyIfNew(
  write: (condition: Record<string, string>) => Promise<StoreAnswer>,
): Promise<StoreAnswer> {
  const answer = await write({ 'if-none-match': '*' });
  return answer.status === KNOWS_NO_CONDITIONS ? write({}) : answer;
}

/** A wrong key, region or bucket: whoever waits will wait for ever. */
const refusal = (verb: string, sha256: string, answer: StoreAnswer) =>
  new OwnFault(
    'store-refuses',
    `Kho tệp từ chối (${verb}: ${answer.status} ${codeOf(answer)}). Báo quản trị viên kiểm tra S3_URL và quyền của khóa; tệp ${sha256}.`,
  );
