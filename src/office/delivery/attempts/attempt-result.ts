import type { AttemptOutcome, Stage } from '../delivery-attempt.entity.ts';

/** What one attempt came to, whichever channel it went by. */
export interface AttemptResult {
  outcome: AttemptOutcome;
  stage: Stage;
  replyCode: number | null;
  reply: string;
  /** Not about this letter but about the other side as a whole (closed, too busy, wrong password): others would meet the same. */
  isServerWide: boolean;
}
