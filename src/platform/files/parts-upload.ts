import { hash } from 'node:crypto';
import type { StoreRequests } from './store-requests.ts';
import { type StoreAnswer, wordsIn } from './store-answer.ts';
import { StoreAway } from './store-away.ts';

/** An upload of parts that has gone on for longer is one of a process that died; the store keeps it, and bills it, for ever. */
const ABANDONED_MS = 24 * 3600_000;

type Refused = (answer: StoreAnswer) => Error;

/** One object that goes up in parts; it is there when all of it is. */
export class PartsUpload {
  private id = '';
  private readonly etags: string[] = [];

  constructor(
    private readonly requests: StoreRequests,
    private readonly name: string,
  ) {}

  async begin(mediaType: string, refused: Refused): Promise<void> {
    await this.abortAbandoned();
    const answer = await this.ask('POST', 'uploads=', '', { 'content-type': mediaType });
    const id = /<UploadId>([^<]+)</.exec(answer.text)?.[1];
    if (!answer.ok || !id) throw refused(answer);
    this.id = unescaped(id);
  }

  async part(bytes: Buffer, refused: Refused): Promise<void> {
    const number = this.etags.length + 1;
    const answer = await this.ask('PUT', `partNumber=${number}&${this.named}`, bytes);
    const etag = answer.headers.get('etag');
    if (!answer.ok || !etag) throw refused(answer);
    this.etags.push(etag);
  }

  /** S3 may answer 200, and only then find that it cannot: the body says which. */
  async complete(condition: Record<string, string>): Promise<StoreAnswer> {
    const parts = this.etags.map(
      (etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
    );
    const xml = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`;
    const answer = await this.ask('POST', this.named, xml, condition);
    if (answer.ok && answer.text.includes('<Error>')) {
      throw new StoreAway(`The object store could not join the parts: ${wordsIn(answer)}`);
    }
    return answer;
  }

  async abort(): Promise<void> {
    await this.ask('DELETE', this.named);
  }

  private get named(): string {
    return `uploadId=${encodeURIComponent(this.id)}`;
  }

  /** A key that may not list unfinished uploads leaves them to a lifecycle rule of the bucket. */
  private async abortAbandoned(): Promise<void> {
    const { bucket, prefix } = this.requests.place;
    const query = `prefix=${encodeURIComponent(prefix + this.name)}&uploads=`;
    const headers = { 'x-amz-content-sha256': hash('sha256', '') };
    const { ok, text } = await this.requests.ask(bucket, { method: 'GET', query, headers });
    if (!ok) return;
    for (const [, upload] of text.matchAll(/<Upload>(.*?)<\/Upload>/gs)) {
      const begun = Date.parse(/<Initiated>([^<]+)</.exec(upload!)?.[1] ?? '');
      const id = /<UploadId>([^<]+)</.exec(upload!)?.[1];
      if (!id || !(begun < Date.now() - ABANDONED_MS)) continue;
      await this.ask('DELETE', `uploadId=${encodeURIComponent(unescaped(id))}`);
    }
  }

  private ask(
    method: string,
    query: string,
    body: Buffer | string = '',
    headers: Record<string, string> = {},
  ): Promise<StoreAnswer> {
    const bytes = new Uint8Array(Buffer.from(body));
    const content = { 'x-amz-content-sha256': hash('sha256', bytes) };
    return this.requests.ask(this.requests.at(this.name), {
      method,
      query,
      headers: { ...content, ...headers },
      ...(bytes.length > 0 && { body: bytes }),
    });
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
