import type { EntityManager } from 'typeorm';
import type { Deadline } from '../calendar/working-calendar.ts';
import { readCalendar } from '../calendar/stored-calendar.ts';
import type { Dispatch } from './dispatch.entity.ts';
import type { Reader } from './reading/readable.ts';

export type Waiting = Pick<Dispatch, 'id' | 'number' | 'symbol' | 'type' | 'abstract' | 'urgency'> &
  Deadline & { signedAt: Date };

/** What is signed and not issued, as far as this person may read it, with until when it is to be; the most pressing first. */
export async function waitingForIssue(
  manager: EntityManager,
  { id, officeId }: Reader,
  dispatchId?: string,
): Promise<Waiting[]> {
  const rows = await manager.query<Omit<Waiting, keyof Deadline>[]>(
    `SELECT dispatch.id, number, symbol, type, abstract, urgency, signed_at AS "signedAt"
     FROM dispatches dispatch
     JOIN signatures signature ON signature.dispatch_id = dispatch.id
     JOIN submissions submission ON submission.id = submission_id AND returned_at IS NULL
     WHERE office_id = $1 AND state = 'signed' AND dispatch.id = coalesce($3, dispatch.id)
       AND may_read(reading, dispatch.id, $2)`,
    [officeId, id, dispatchId ?? null],
  );
  if (rows.length === 0) return [];
  const calendar = await readCalendar(manager, officeId);
  return rows
    .map((row) => ({ ...row, ...calendar.issueBy(row.signedAt, row.urgency !== 'normal') }))
    .toSorted((one, other) => one.limit.getTime() - other.limit.getTime());
}
