import type { FactFault, FactReport } from './fact-report.ts';
import type { EntityManager } from 'typeorm';
import { FACTS } from './kinds.ts';

/** What is known of a delivery's round by its attempts and reports; the strongest counts, as evidence.ts says. */
const KNOWN = `
  CASE WHEN reports.failed THEN 'bounced' WHEN reports.delivered THEN 'delivered'
       WHEN attempts.accepted THEN 'accepted' WHEN attempts.permanent THEN 'failed'
       WHEN attempts.begun THEN 'tried' ELSE 'untried' END`;

/** States that go with it; a recall cancels what surely was not sent. */
const FITS = `
  CASE WHEN known IN ('bounced', 'delivered', 'accepted') THEN state = known
       WHEN state = 'cancelled' THEN is_recalled
       WHEN known = 'failed' THEN state = 'failed'
       WHEN known = 'tried' THEN state IN ('waiting', 'sending', 'expired')
       ELSE state IN ('waiting', 'sending') END`;

/**
 * Where a delivery stands is no fact but follows from facts, which are held against the journal: a state
 * that does not follow from them was set beside the product, in whichever direction.
 */
export async function compareStates(
  manager: EntityManager,
  officeId: string,
  shown: number,
): Promise<Pick<FactReport, 'differing' | 'faults'>> {
  const rows = await manager.query<{ key: string; label: string; total: number }[]>(
    `WITH own AS (
       SELECT fact.id, fact.round, fact.state, ${FACTS.deliveries.label} AS label,
              EXISTS (SELECT FROM recall_requests asked
                      WHERE asked.recipient_id = recipient.id AND fate IS NOT NULL) AS is_recalled
       FROM deliveries fact ${FACTS.deliveries.via} WHERE dispatch.office_id = $1
     ), attempts AS (
       SELECT own.id, true AS begun, bool_or(outcome = 'accepted') AS accepted,
              bool_or(outcome = 'permanent') AS permanent
       FROM own JOIN delivery_attempts attempt
         ON attempt.delivery_id = own.id AND attempt.round = own.round
       GROUP BY own.id
     ), reports AS (
       SELECT own.id, bool_or(reported = 'failed') AS failed,
              bool_or(reported = 'delivered') AS delivered
       FROM own JOIN delivery_reports report
         ON report.delivery_id = own.id AND report.round = own.round
       GROUP BY own.id
     ), judged AS (
       SELECT own.*, ${KNOWN} AS known
       FROM own LEFT JOIN attempts USING (id) LEFT JOIN reports USING (id)
     )
     SELECT id::text AS key, label, count(*) OVER ()::int AS total
     FROM judged WHERE NOT (${FITS}) ORDER BY label, id LIMIT ${shown}`,
    [officeId],
  );
  const faults = rows.map(({ key, label }): FactFault => {
    return {
      name: 'deliveries',
      key,
      label,
      kind: 'contradicted',
      fields: ['state'],
      position: null,
    };
  });
  return { differing: rows[0]?.total ?? 0, faults };
}
