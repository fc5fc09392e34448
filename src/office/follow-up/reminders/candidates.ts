import type { EntityManager } from 'typeorm';
import { GRACE_MINUTES } from './moments.ts';
import { ASKED } from './owed.ts';
import { CONCERNS, type Concern, type Rung } from './reminder-step.entity.ts';

/** A step that is due for those recipients of a dispatch who have this deadline. */
export interface DueStep {
  id: string;
  rung: Rung;
  concerns: Concern;
  at: Date;
  deadline: Date;
}

/** A recipient for whom a due step has not been taken. */
export interface Candidate {
  recipientId: string;
  stepId: string;
  rung: Rung;
  concerns: Concern;
  at: Date;
  state: string;
  name: string;
  address: string | null;
  parentId: string | null;
  parentName: string | null;
  parentEmail: string | null;
}

export async function allCandidates(
  manager: EntityManager,
  dispatchId: string,
  due: DueStep[],
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const concerns of CONCERNS) {
    const own = due.filter((step) => step.concerns === concerns);
    if (own.length > 0) found.push(...(await candidates(manager, dispatchId, concerns, own)));
  }
  return found;
}

function candidates(
  manager: EntityManager,
  dispatchId: string,
  concerns: Concern,
  due: DueStep[],
): Promise<Candidate[]> {
  return manager.query<Candidate[]>(
    `SELECT standing.recipient_id AS "recipientId", step.id AS "stepId", step.rung,
            step.concerns, step.at,
            standing.state, recipient.name,
            coalesce(CASE delivery.channel WHEN 'email' THEN delivery.address END, agency.email)
              AS address,
            parent.id AS "parentId", parent.name AS "parentName", parent.email AS "parentEmail"
     FROM recipient_standings standing
     JOIN recipients recipient ON recipient.id = standing.recipient_id
     JOIN jsonb_to_recordset($2::jsonb)
       AS step (id uuid, rung text, concerns text, at timestamptz, deadline timestamptz)
       ON step.deadline = ${ASKED[concerns].deadline}
     JOIN agencies agency ON agency.id = standing.agency_id
     LEFT JOIN agencies parent ON parent.id = agency.parent_id
     LEFT JOIN deliveries delivery ON delivery.recipient_id = standing.recipient_id
     WHERE standing.dispatch_id = $1 AND ${ASKED[concerns].isOwed}
       AND step.at >= standing.issued_at + make_interval(mins => ${GRACE_MINUTES})
       AND NOT EXISTS (SELECT FROM reminders WHERE reminders.recipient_id = standing.recipient_id
                                               AND reminders.step_id = step.id)
     ORDER BY standing.recipient_id`,
    [dispatchId, JSON.stringify(due)],
  );
}
