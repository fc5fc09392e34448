import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { eraseAged } from './holding-queries.ts';
import { HOLDINGS } from './inventory.ts';
import { PERIOD_NAMES } from './words.ts';
import type { SetRetention } from './personal-data.schemas.ts';
import { Retention } from './retention.entity.ts';

const EMPTY = Object.fromEntries(PERIOD_NAMES.map((name) => [name, null])) as Pick<
  Retention,
  (typeof PERIOD_NAMES)[number]
>;

/** How long an office keeps what it may limit, and that it happens. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async find({ officeId }: Pick<Account, 'officeId'>): Promise<Retention> {
    return retentionOf(this.database.manager, officeId);
  }

  async set(by: Account, input: SetRetention): Promise<Retention> {
    const { officeId } = by;
    return this.database.transaction(async (manager) => {
      await manager.query(
        'INSERT INTO retentions (office_id) VALUES ($1) ON CONFLICT (office_id) DO NOTHING',
        [officeId],
      );
      const before = await manager.findOneOrFail(Retention, {
        where: { officeId },
        lock: { mode: 'pessimistic_write' },
      });
      const next = { ...EMPTY, ...input };
      const changed = PERIOD_NAMES.filter((name) => before[name] !== next[name]);
      if (changed.length === 0) return before;
      await manager.update(Retention, { officeId }, next);
      const details = changed.map((name) => [name, { before: before[name], after: next[name] }]);
      await record(manager, by, 'retention-set', officeId, Object.fromEntries(details));
      return retentionOf(manager, officeId);
    });
  }

  /** Once a day for each office, whichever worker comes first. */
  async carryOut(isStopped: () => boolean = () => false): Promise<void> {
    const today = vietnamDate(this.clock.now());
    await this.dropExpiredSessions();
    const offices = await this.database.query<{ officeId: string }[]>(
      `SELECT office_id AS "officeId" FROM retentions
       WHERE carried_out_on IS NULL OR carried_out_on < $1`,
      [today],
    );
    for (const { officeId } of offices) {
      if (isStopped()) return;
      await this.database.transaction((manager) => carryOutFor(manager, officeId, today));
    }
  }

  /** What opens nothing any more need not say from where somebody came. */
  private async dropExpiredSessions(): Promise<void> {
    await this.database.query('DELETE FROM sessions WHERE expires_at < now()');
  }
}

async function carryOutFor(manager: EntityManager, officeId: string, today: string): Promise<void> {
  const [row] = await manager.query<{ officeId: string }[]>(
    `SELECT 1 FROM retentions WHERE office_id = $1
       AND (carried_out_on IS NULL OR carried_out_on < $2) FOR UPDATE SKIP LOCKED`,
    [officeId, today],
  );
  if (!row) return;
  const periods = await retentionOf(manager, officeId);
  const rows: Record<string, number> = {};
  for (const holding of HOLDINGS) {
    const months = holding.ageing && periods[holding.ageing.period];
    if (!months) continue;
    const count = await eraseAged(manager, holding, officeId, months);
    if (count > 0) rows[holding.name] = count;
  }
  await manager.update(Retention, { officeId }, { carriedOutOn: today });
  if (Object.keys(rows).length === 0) return;
  await record(manager, { id: null, officeId }, 'retention-carried-out', officeId, { rows });
}

async function retentionOf(manager: EntityManager, officeId: string): Promise<Retention> {
  const found = await manager.findOneBy(Retention, { officeId });
  return found ?? manager.create(Retention, { officeId, ...EMPTY, carriedOutOn: null });
}
