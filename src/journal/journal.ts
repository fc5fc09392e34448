import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { JournalEntry } from './journal-entry.entity.ts';

/** Writes the fact in the transaction of `manager`, so that it is true exactly when the fact is. */
export async function record(
  manager: EntityManager,
  by: Account,
  verb: string,
  subjectId: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await manager.insert(JournalEntry, {
    officeId: by.officeId,
    accountId: by.id,
    verb,
    subjectId,
    details: details as object,
  });
}
