import { AwsClient } from 'aws4fetch';
import { type StoreAnswer, readAnswer, notAway, notReached } from './store-answer.ts';

const TIMEOUT_MS = 30_000;

export interface StoreRequest {
  method?: string;
  /** After the path, without the question mark; what it names stands in alphabetical order. */
  query?: string;
  headers: Record<string, string>;
  body?: Uint8Array<ArrayBuffer>;
}

/** What is asked of an S3-compatible store, and how long it is waited for. */
export class StoreRequests {
  private readonly client: AwsClient;
  private readonly base: URL;

  constructor(url: string) {
    const { username, password, origin, pathname, searchParams } = new URL(url);
    this.base = new URL(`${origin}${pathname.replace(/\/+$/, '')}`);
    this.client = new AwsClient({
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
      service: 's3',
      region: searchParams.get('region') ?? 'us-east-1',
      retries: 2,
    });
  }

  /** The bucket, and what stands before the name of every file in it. */
  get place(): { bucket: string; prefix: string } {
    const [bucket = '', ...prefix] = this.base.pathname.slice(1).split('/');
    return { bucket: `/${bucket}`, prefix: prefix.map((part) => `${part}/`).join('') };
  }

  at(name: string): string {
    return `${this.base.pathname}/${name}`;
  }

  async ask(path: string, request: StoreRequest): Promise<StoreAnswer> {
    const waiting = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await this.send(path, request, waiting).then(readAnswer).catch(notReached);
    return notAway(answer);
  }

  /** A body of any length, each part of it waited for by itself; a refusal is the answer instead. */
  async open(path: string, request: StoreRequest): Promise<StoreAnswer | AsyncGenerator<Buffer>> {
    const leaving = new AbortController();
    const response = await within(leaving, this.send(path, request, leaving.signal));
    if (response.ok && response.body) return parts(leaving, response.body.getReader());
    return notAway(await readAnswer(response).catch(notReached));
  }

  private send(
    path: string,
    { query, ...request }: StoreRequest,
    signal: AbortSignal,
  ): Promise<Response> {
    const url = `${this.base.origin}${path}${query === undefined ? '' : `?${query}`}`;
    return this.client.fetch(url, { ...request, signal });
  }
}

async function* parts(
  leaving: AbortController,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      const { done, value } = await within(leaving, reader.read());
      if (done) return;
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  } finally {
    leaving.abort(); // what is not wanted any more is not sent any more
  }
}

async function within<T>(leaving: AbortController, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => leaving.abort(new Error('no answer in time')), TIMEOUT_MS);
  try {
    return await work.catch(notReached);
  } finally {
    clearTimeout(timer);
  }
}
