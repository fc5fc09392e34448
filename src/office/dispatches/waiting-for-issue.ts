import type { EntityManager } from 'typeorm';
import type { Deadline } from '../calendar/working-calendar.ts';
import { readCalendar } from '../calendar/stored-calendar.ts';
import type { Dispatch } from './dispatch.entity.ts';

export type Waiting = Pick<Dispatch, 'id' | 'number' | 'symbol' | 'type' | 'abstract' | 'urgency'> &
  Deadline & { signedAt: Date };

/** What is signed and not issued, with until when it is to be; the most pressing first. */
export async function waitingForIssue(
  manager: EntityManager,
  officeId: string,
  dispatchId?: string,
): Promise<Waiting[]> {
  const rows = await manager.query<Omit<Waiting, keyof Deadline>[]>(
    `SELECT dispatch.id, number, symbol, type, abstract, urgency, signed_at AS "signedAt"
     FROM dispatches dispatch
     JOIN signatures signature ON signature.dispatch_id = dispatch.id
     JOIN submissions submission ON submission.id = submission_id AND returned_at IS NULL
     WHERE office_id = $1 AND state = 'signed' AND dispatch.id = coalesce($2, dispatch.id)`,
    [officeId, dispatchId ?? null],
  );
  if (rows.length === 0) return [];
  const calendar = await readCalendar(manager, officeId);
  return rows
    .map((row) => ({ ...row, ...calendar.issueBy(row.signedAt, row.urgency !== 'normal') }))
    .toSorted((one, other) => one.limit.getTime() - other.limit.getTime());
}
