import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { Dispatch } from '../dispatch.entity.ts';
import { lockDispatch, readDispatch } from '../stored-dispatch.ts';
import { keepReading } from '../versions.ts';
import { readable } from './readable.ts';
import type { ReadingFacts } from './reading.schemas.ts';
import { requireOwnEyes, setReading, type ChosenReading } from './set-reading.ts';

const READERS = `
  SELECT account.id, full_name AS "fullName", post, because
  FROM restricted_readers readers JOIN accounts account ON account.id = account_id
  WHERE dispatch_id = $1
  ORDER BY array_position('{drafter,unit,signatory,named,clerk}'::text[], because), full_name`;

/** By the journal, which notes who opened it: once a day for each person. */
const FORMER_READERS = `
  SELECT full_name AS "fullName", post, max(entry.at) AS "lastReadAt"
  FROM journal_entries entry JOIN accounts account ON account.id = entry.account_id
  WHERE entry.subject_id = $1 AND entry.verb = 'read' AND NOT is_reader($1, account.id)
  GROUP BY account.id ORDER BY "lastReadAt" DESC, full_name`;

/** Whom naming helps: who reads it anyway is left out. */
const NAMEABLE = `
  SELECT account.id, full_name AS "fullName", post FROM accounts account
  WHERE office_id = $1 AND closed_at IS NULL AND sign_in_ended_at IS NULL AND NOT roles && '{clerk,recipient}'
    AND id <> $2 AND ($3::uuid IS NULL OR unit_id IS DISTINCT FROM $3)
  ORDER BY full_name, username`;

export type Nameable = ReadingFacts['nameable'][number];

/** Ai được đọc: the whole office, or its unit, drafter, signatory, clerks and who is named. */
@Injectable()
export class ReadingService {
  constructor(private readonly database: DataSource) {}

  async of(by: Account, id: string): Promise<{ dispatch: Dispatch; facts: ReadingFacts }> {
    const { manager } = this.database;
    const dispatch = await readDispatch(manager, by, id);
    const { reading } = dispatch;
    const isRestricted = reading === 'restricted';
    const [unit] = await manager.query<{ name: string }[]>(`SELECT name FROM units WHERE id = $1`, [
      dispatch.unitId,
    ]);
    const facts = {
      reading,
      unit: unit?.name ?? null,
      readers: isRestricted ? await manager.query(READERS, [id]) : [],
      formerReaders: isRestricted ? await manager.query(FORMER_READERS, [id]) : [],
      nameable: await this.nameable(by, id),
      mayChange: dispatch.readingMayBeSetBy(by),
    };
    return { dispatch, facts };
  }

  /** Whom one may name in a dispatch, or in one that is being drafted. */
  async nameable(by: Account, id?: string): Promise<Nameable[]> {
    const { manager } = this.database;
    const { draftedBy, unitId } = id
      ? await manager.findOneByOrFail(Dispatch, { id: readable(by, id) })
      : { draftedBy: by.id, unitId: by.unitId };
    return manager.query<Nameable[]>(NAMEABLE, [by.officeId, draftedBy, unitId]);
  }

  async set(by: Account, id: string, chosen: ChosenReading): Promise<void> {
    await this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by, id);
      if (!dispatch.readingMayBeSetBy(by)) throw new RuleViolation('reading-not-yours');
      await setReading(manager, by, dispatch, chosen);
      await requireOwnEyes(manager, by, id);
      if (!dispatch.isEditable) return;
      dispatch.revise();
      const { revision } = dispatch;
      await manager.update(Dispatch, { id }, { revision });
      await keepReading(manager, by, dispatch, chosen);
    });
  }
}
