import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const KNOWN_MS = 2000;
const SOONEST_MS = 20;

/** Moments at which single mails may go, reserved for one worker. */
export interface Reservation {
  count: number;
  /** Milliseconds from now to the first slot, rounded up when `count` is 0. */
  delayMs: number;
  /** Milliseconds between two slots. */
  every: number;
}

/** Shares out the mails a minute that an office allows to one server among all its workers. */
@Injectable()
export class RateLimiter {
  private readonly known = new Map<string, { perMinute: number | null; until: number }>();

  constructor(private readonly database: DataSource) {}

  /** Mails a minute; null without a limit. */
  async limit(officeId: string, server: string): Promise<number | null> {
    const key = `${officeId} ${server}`;
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return known.perMinute;
    const [row] = await this.database.query<{ per_minute: number }[]>(
      'SELECT per_minute FROM mail_limits WHERE office_id = $1 AND server = $2',
      [officeId, server],
    );
    const perMinute = row?.per_minute ?? null;
    this.known.set(key, { perMinute, until: Date.now() + KNOWN_MS });
    return perMinute;
  }

  /**
   * At most `wanted` slots, as many as fit into `timeSliceMs`; without a limit all of them, at once. No
   * slot is free when `count` is 0; asking again makes sense after `delayMs`. What is urgent reserves up to
   * a time slice ahead, the rest only what is free about now, so it does not come between two urgent slices.
   */
  async reserve(
    officeId: string,
    server: string,
    wanted: number,
    timeSliceMs: number,
    isUrgent: boolean,
  ): Promise<Reservation> {
    const perMinute = await this.limit(officeId, server);
    if (perMinute === null) return { count: wanted, delayMs: 0, every: 0 };
    const every = 60_000 / perMinute;
    const count = Math.min(wanted, Math.max(1, Math.floor(timeSliceMs / every)));
    const ahead = isUrgent ? timeSliceMs : timeSliceMs / 10;
    const [rows] = await this.database.query<[{ first: number }[], number]>(
      `UPDATE mail_limits
       SET free_at = greatest(free_at, now()) + make_interval(secs => $3)
       WHERE office_id = $1 AND server = $2 AND free_at <= now() + make_interval(secs => $4)
       RETURNING 1000 * (extract(epoch FROM free_at - now())::float - $3) AS first`,
      [officeId, server, (count * every) / 1000, ahead / 1000],
    );
    if (rows[0]) return { count, delayMs: Math.max(0, rows[0].first), every };
    const [taken] = await this.database.query<{ until: number }[]>(
      `SELECT 1000 * extract(epoch FROM free_at - now())::float AS until FROM mail_limits
       WHERE office_id = $1 AND server = $2`,
      [officeId, server],
    );
    const delayMs = Math.ceil(Math.max(SOONEST_MS, (taken?.until ?? 0) - ahead));
    return { count: 0, delayMs, every };
  }
}
