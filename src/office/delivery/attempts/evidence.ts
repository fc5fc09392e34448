/** From the weakest to the strongest: what is known of a delivery never becomes less. */
export const DELIVERY_STATES = [
  'sending',
  'waiting',
  'expired',
  'failed',
  'cancelled',
  'accepted',
  'delivered',
  'bounced',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * The one table of rules: what each kind of evidence says of a delivery. The stronger state stays,
 * so late, repeated, contradictory or disordered evidence ends in the same state.
 *
 * - `sending` is no evidence: a worker has claimed the row, and any outcome is stronger.
 * - A server that took the mail counts for more than one that refused it: two attempts may overlap.
 * - A report of delivery counts for more than the 250; it may come before the 250 is recorded.
 * - A report of failure wins over everything the mail system says: the clerk must look.
 *   (That the recipient opened the link or acknowledged is no matter of one delivery: the view
 *   `recipient_status` puts acknowledgement above all.)
 * - `cancelled` is no evidence either: a recall found that it was never sent and must not be.
 * - `null` says nothing about the outcome.
 */
const SAYS = {
  accepted: 'accepted',
  temporary: 'waiting',
  permanent: 'failed',
  'lifetime-over': 'expired',
  'report-delivered': 'delivered',
  'report-relayed': null,
  'report-delayed': null,
  'report-failed': 'bounced',
} as const satisfies Record<string, DeliveryState | null>;
export type Evidence = keyof typeof SAYS;

export const EVIDENCE = Object.keys(SAYS) as Evidence[];

/** Evidence of an earlier retry round (before the clerk sent again) says nothing about this one. */
export function stateAfter(state: DeliveryState, evidence: Evidence): DeliveryState {
  const said = SAYS[evidence];
  if (said === null) return state;
  return DELIVERY_STATES.indexOf(said) > DELIVERY_STATES.indexOf(state) ? said : state;
}

/** The same table for SQL: `$rules::jsonb -> evidence ->> state` is the next state. */
export const EVIDENCE_RULES = JSON.stringify(
  Object.fromEntries(
    EVIDENCE.map((evidence) => [
      evidence,
      Object.fromEntries(DELIVERY_STATES.map((state) => [state, stateAfter(state, evidence)])),
    ]),
  ),
);
