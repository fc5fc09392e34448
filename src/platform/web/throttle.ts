import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';

export interface Limit {
  /** Tries in one span. */
  tries: number;
  seconds: number;
}

/** Somebody tried too often; nothing was looked at. */
export class TooManyTries extends Error {
  override name = 'TooManyTries';
  constructor(
    readonly retryAfterSeconds: number,
    /** The first one too many of its span. */
    readonly isFirst = false,
  ) {
    super(`Thử quá nhiều lần. Chờ ${Math.ceil(retryAfterSeconds / 60)} phút rồi thử lại.`);
  }
}

const keyOf = (what: string) => createHash('sha256').update(what).digest('hex');

/** Counts tries in the database, so that all web processes count together. */
@Injectable()
export class Throttle {
  constructor(private readonly database: DataSource) {}

  /** Counts one more try and refuses it when it is one too many. */
  async take(what: string, { tries, seconds }: Limit): Promise<void> {
    const [row] = await this.database.query<{ count: number; left: number }[]>(
      `INSERT INTO tries AS t (key, count, resets_at)
       VALUES ($1, 1, now() + make_interval(secs => $2))
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN t.resets_at < now() THEN 1 ELSE t.count + 1 END,
         resets_at = CASE WHEN t.resets_at < now() THEN excluded.resets_at ELSE t.resets_at END
       RETURNING count, extract(epoch FROM resets_at - now())::float AS left`,
      [keyOf(what), seconds],
    );
    if (row!.count === 1) await this.database.query('DELETE FROM tries WHERE resets_at < now()');
    if (row!.count > tries) throw new TooManyTries(row!.left, row!.count === tries + 1);
  }

  /** That one does not count: it was right. */
  async giveBack(what: string): Promise<void> {
    await this.database.query('UPDATE tries SET count = count - 1 WHERE key = $1', [keyOf(what)]);
  }

  /** Forgets the tries under this key: the password, or the link, was right. */
  async forget(what: string): Promise<void> {
    await this.database.query('DELETE FROM tries WHERE key = $1', [keyOf(what)]);
  }
}
