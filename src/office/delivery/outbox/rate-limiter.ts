import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { SPEND_SERVER, SPEND_OFFICE, lockServer, lockOffice } from './limit-rows.ts';

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

/** What holds for one batch of letters: the office's limit, the installation's, or both. */
interface Limits {
  own: number | null;
  all: number | null;
}

/** Shares out the mails a minute that an office, and the installation, allow to one server among all workers. */
@Injectable()
export class RateLimiter {
  private readonly known = new Map<string, { own: number | null; until: number }>();

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** Mails a minute; null without a limit. */
  async limit(officeId: string, server: string): Promise<number | null> {
    const { own, all } = await this.limits(officeId, server);
    return own === null || all === null ? (own ?? all) : Math.min(own, all);
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
    const limits = await this.limits(officeId, server);
    const slowest = await this.limit(officeId, server);
    if (slowest === null) return { count: wanted, delayMs: 0, every: 0 };
    const every = 60_000 / slowest;
    const count = Math.min(wanted, Math.max(1, Math.floor(timeSliceMs / every)));
    const ahead = isUrgent ? timeSliceMs : timeSliceMs / 10;
    return this.database.transaction(async (manager) => {
      const waits: number[] = [];
      if (limits.all !== null) waits.push(await lockServer(manager, server));
      if (limits.own !== null) waits.push(await lockOffice(manager, officeId, server));
      const delayMs = Math.max(0, ...waits);
      if (delayMs > ahead) {
        return { count: 0, delayMs: Math.ceil(Math.max(SOONEST_MS, delayMs - ahead)), every };
      }
      // Another office may send between two of these, so the installation's limit is spent faster.
      if (limits.all !== null) {
        const spent = delayMs + (count * 60_000) / limits.all;
        await manager.query(SPEND_SERVER, [spent / 1000, server]);
      }
      if (limits.own !== null) {
        await manager.query(SPEND_OFFICE, [(delayMs + count * every) / 1000, server, officeId]);
      }
      return { count, delayMs, every };
    });
  }

  private async limits(officeId: string, server: string): Promise<Limits> {
    const all = this.config.mailPerMinute ?? null;
    const key = `${officeId} ${server}`;
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return { own: known.own, all };
    const [row] = await this.database.query<{ per_minute: number }[]>(
      'SELECT per_minute FROM mail_limits WHERE office_id = $1 AND server = $2',
      [officeId, server],
    );
    const own = row?.per_minute ?? null;
    this.known.set(key, { own, until: Date.now() + KNOWN_MS });
    return { own, all };
  }
}
