import type { EntityManager } from 'typeorm';
import { JournalEntry } from './journal-entry.entity.ts';

/** An account, or the system itself. */
export interface Actor {
  officeId: string;
  id: string | null;
}

/** Writes the fact in the transaction of `manager`, so that it is true exactly when the fact is. */
export async function record(
  manager: EntityManager,
  by: Actor,
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
