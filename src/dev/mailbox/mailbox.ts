import type { Entry } from './envelope.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { BlockStore } from './block-store.ts';
import { decodeWords, subjectOf } from './header.ts';
import { MailLog } from './mail-log.ts';
import type { Rule } from './rule.ts';
import { folded } from './search.ts';
import { listen, type Listener, type Received } from './smtp-listener.ts';
import { split } from './split.ts';

export interface MailboxOptions {
  /** Where the mails are kept; made if missing. */
  dir: string;
  /** 0 is any free one; by default 2525, or any free one when that is taken. */
  port?: number;
  host?: string;
}

export interface MailSummary {
  /** 1 for the first that ever arrived. */
  id: number;
  at: Date;
  from: string;
  to: string[];
  subject: string;
  /** Bytes. */
  size: number;
}

/** A mail server for development: it accepts everything, delivers nothing and forgets nothing. */
export class Mailbox {
  /** Refusals it plays; empty at first, and may be changed at any time. */
  readonly rules: Rule[] = [];
  private readonly waiting: { count: number; resolve(): void }[] = [];
  private readonly summaries: { mail: MailSummary; searchable: string }[] = [];
  private listener: Listener;

  private constructor(
    private readonly host: string,
    private readonly log: MailLog,
    private readonly blocks: BlockStore,
  ) {}

  /** Opens the mailbox of `dir`, with all it ever kept, and a mail server in front of it. */
  static async start({ dir, port, host = '127.0.0.1' }: MailboxOptions): Promise<Mailbox> {
    await mkdir(dir, { recursive: true });
    const blocks = await BlockStore.open(join(dir, 'blocks'));
    const log = await MailLog.open(join(dir, 'mails'));
    const mailbox = new Mailbox(host, log, blocks);
    const { rules } = mailbox;
    try {
      mailbox.listener = await listen({ host, port, rules, keep: (mail) => mailbox.keep(mail) });
    } catch (error) {
      await log.close();
      throw error;
    }
    return mailbox;
  }

  get port(): number {
    return this.listener.port;
  }

  /** For `SMTP_URL`. */
  get url(): string {
    return `smtp://${this.host}:${this.port}`;
  }

  /** How many mails were ever accepted. */
  get count(): number {
    return this.log.entries.length;
  }

  /** Newest first; `search` looks into recipients and subject and does not mind accents or case. */
  list({ search = '', skip = 0, limit = 50 } = {}): { mails: MailSummary[]; total: number } {
    const wanted = folded(search).trim();
    const found = this.index()
      .filter(({ searchable }) => searchable.includes(wanted))
      .map(({ mail }) => mail)
      .reverse();
    return { mails: found.slice(skip, skip + limit), total: found.length };
  }

  find(id: number): MailSummary | undefined {
    return this.index()[id - 1]?.mail;
  }

  /** The mail as it came in, byte for byte. */
  async raw(id: number): Promise<Buffer> {
    const entry = this.entry(id);
    let { offset } = entry;
    const pieces: Promise<Buffer>[] = [];
    for (const piece of entry.pieces) {
      if (typeof piece === 'string') pieces.push(this.blocks.get(piece));
      else {
        pieces.push(this.log.read(offset, piece));
        offset += piece;
      }
    }
    return Buffer.concat(await Promise.all(pieces));
  }

  /** Headers, text, HTML and attachments. */
  async read(id: number): Promise<ParsedMail> {
    return simpleParser(await this.raw(id), { skipTextToHtml: true });
  }

  /** Resolves as soon as this many mails were accepted, all starts together. */
  received(count: number): Promise<void> {
    if (this.count >= count) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }

  async stop(): Promise<void> {
    await this.listener.close();
    await this.log.close();
  }

  private async keep({ from, to, mail }: Received): Promise<void> {
    const pieces: (number | string)[] = [];
    const literal: Buffer[] = [];
    for (const { bytes, isBlock } of split(mail)) {
      pieces.push(isBlock ? await this.blocks.put(bytes) : bytes.length);
      if (!isBlock) literal.push(bytes);
    }
    const head = { at: new Date().toISOString(), from, to, subject: subjectOf(mail) };
    await this.log.append({ ...head, size: mail.length, pieces }, Buffer.concat(literal));
    for (const waiter of this.waiting.filter(({ count }) => this.count >= count)) {
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.resolve();
    }
  }

  private entry(id: number): Entry {
    const entry = this.log.entries[id - 1];
    if (!entry) throw new Error(`There is no mail ${id}; the mailbox has ${this.count}.`);
    return entry;
  }

  /** Made of what arrived since it was last asked for. */
  private index(): { mail: MailSummary; searchable: string }[] {
    const known = this.summaries.length;
    this.log.entries.slice(known).forEach(({ at, from, to, subject: encoded, size }, position) => {
      const subject = decodeWords(encoded);
      const mail = { id: known + position + 1, at: new Date(at), from, to, subject, size };
      this.summaries.push({ mail, searchable: folded([...to, subject].join('\n')) });
    });
    return this.summaries;
  }
}
