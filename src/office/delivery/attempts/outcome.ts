import type { AttemptOutcome, Stage } from '../delivery-attempt.entity.ts';
import type { Evidence } from './evidence.ts';

export type LetterKindName = 'dispatch' | 'reminder' | 'recall' | 'invitation';

/** What one attempt came to and what follows from it for the letter. */
export interface Outcome {
  kind: LetterKindName;
  /** Id of the letter's row. */
  id: string;
  /** Number of the attempt over all retry rounds, from 1. */
  number: number;
  retryRound: number;
  channel: string;
  address: string;
  server: string;
  startedAt: string;
  endedAt: string;
  outcome: AttemptOutcome;
  stage: Stage;
  replyCode: number | null;
  reply: string;
  evidence: Evidence;
  /** When to try again, if at all. */
  dueAt: string | null;
}

/** As earlier versions wrote them: of deliveries alone, and of mail before there were channels. */
type EarlierOutcome = Partial<Outcome> & { deliveryId?: string; round?: number };

/** One line of a write-ahead log; throws when it was cut off. */
export function outcomeIn(line: string): Outcome {
  const { deliveryId, round, ...outcome } = JSON.parse(line) as EarlierOutcome;
  const earlier = { kind: 'dispatch', channel: 'email', id: deliveryId, retryRound: round };
  return { ...earlier, ...outcome } as Outcome;
}
