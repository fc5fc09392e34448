import type { EntityManager } from 'typeorm';
import { sealsOf, type FactRef } from './facts/seal-facts.ts';
import { presence, type Person } from './person.ts';

/** An account; without `id` a recipient or the system itself. */
export interface Actor {
  id: string | null;
  officeId: string;
}

/**
 * Writes the fact in the transaction of `manager`, so that it is true exactly when the fact is; it
 * joins the chain when that transaction commits. `details` hold no personal data; who acted without
 * an account is `person`, kept beside the journal together with the IP address of the request. `facts`
 * are the rows that say it: what they say now is sealed, so that a later change of them is found.
 */
export async function record(
  manager: EntityManager,
  by: Actor,
  verb: string,
  subjectId: string,
  details: Record<string, unknown> = {},
  person: Person = {},
  facts: readonly FactRef[] = [],
): Promise<void> {
  const { digest, ...beside } = presence(person);
  const kept = {
    ...details,
    ...(facts.length > 0 && { facts: await sealsOf(manager, facts) }),
    ...digest,
  };
  await manager.query(
    `WITH entry AS (
       INSERT INTO journal_entries (office_id, account_id, verb, subject_id, details)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (subject_id, account_id, ((at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
         WHERE verb = 'read' DO NOTHING
       RETURNING id
     )
     INSERT INTO journal_people (entry_id, salt, name, post, address)
     SELECT id, $6, $7, $8, $9 FROM entry WHERE $6::text IS NOT NULL`,
    [
      by.officeId,
      by.id,
      verb,
      subjectId,
      JSON.stringify(kept),
      beside.salt,
      beside.name,
      beside.post,
      beside.address,
    ],
  );
}

/** Who looked at a dispatch: once for each person, dispatch and day in Vietnam. */
export const recordReading = (
  manager: EntityManager,
  by: Actor,
  subjectId: string,
): Promise<void> => record(manager, by, 'read', subjectId);
