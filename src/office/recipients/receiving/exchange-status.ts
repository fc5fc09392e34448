/** Status codes that agencies report to each other about a dispatch (QCVN 102:2016/BTTTT and its practice). */
export type ExchangeStatus = 1 | 2 | 3 | 4 | 5 | 6;

export interface ReceivedFacts {
  /** A server of theirs took it, or they opened it. */
  hasArrived: boolean;
  hasAcknowledged: boolean;
  /** Refused, and neither answered by the office nor taken back by an acknowledgement. */
  hasRefused: boolean;
  /** Reported statuses in any order, repeated or not. */
  reports: readonly (4 | 5 | 6)[];
}

/** The furthest that was reported: late, repeated and out-of-order reports never move a status backwards. */
export function exchangeStatus(facts: ReceivedFacts): ExchangeStatus | undefined {
  const furthest = Math.max(0, ...facts.reports);
  if (furthest > 0) return furthest as ExchangeStatus;
  if (facts.hasAcknowledged) return 3;
  if (facts.hasRefused) return 2;
  return facts.hasArrived ? 1 : undefined;
}
