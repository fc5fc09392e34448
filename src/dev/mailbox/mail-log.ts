import type { Envelope, Entry } from './envelope.ts';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { scan } from './scan-log.ts';

interface Waiting {
  record: Buffer;
  entry: Entry;
  done: (error?: unknown) => void;
}

/**
 * One file, only appended to. A record is the envelope as a line of JSON, the bytes it announces and
 * a line feed; a torn record at the end, left by a crash, is cut off when the log is opened.
 */
export class MailLog {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;

  private constructor(
    private readonly file: FileHandle,
    private end: number,
    /** In order of arrival. */
    readonly entries: Entry[],
  ) {}

  static async open(path: string): Promise<MailLog> {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
    const { entries, end } = await scan(file);
    await file.truncate(end);
    return new MailLog(file, end, entries);
  }

  /** Resolves once the mail is with the operating system; many at once share one write. */
  append(envelope: Envelope, bytes: Buffer): Promise<Entry> {
    const head = Buffer.from(`${JSON.stringify(envelope)}\n`);
    const record = Buffer.concat([head, bytes, Buffer.from('\n')]);
    return new Promise((resolve, reject) => {
      const entry = { ...envelope, offset: head.length };
      const done = (error?: unknown) => (error ? reject(error as Error) : resolve(entry));
      this.waiting.push({ record, entry, done });
      this.writing ??= this.write().finally(() => (this.writing = undefined));
    });
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    await this.file.read(bytes, 0, length, offset);
    return bytes;
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.file.appendFile(Buffer.concat(batch.map(({ record }) => record)));
      } catch (error) {
        await this.file.truncate(this.end).catch(() => {});
        for (const { done } of batch) done(error);
        continue;
      }
      for (const { record, entry, done } of batch) {
        entry.offset += this.end;
        this.end += record.length;
        this.entries.push(entry);
        done();
      }
    }
  }
}
