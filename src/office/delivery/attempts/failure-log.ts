import { Logger } from '@nestjs/common';
import type { AttemptResult } from './attempt-result.ts';

const PAUSE_MS = 60_000;
const MOST_KINDS = 200;
const LONGEST = 300;

/** Says in the log what is not taken: each kind of refusal once a minute, with how many there were. */
export class FailureLog {
  private readonly logger: Logger;
  private readonly kinds = new Map<string, { since: number; unsaid: number }>();

  constructor(context: string) {
    this.logger = new Logger(context);
  }

  note(
    server: string,
    { outcome, stage, replyCode, reply }: AttemptResult,
    now = Date.now(),
  ): void {
    if (outcome === 'accepted') return;
    const kind = `${server} ${outcome} ${stage} ${replyCode ?? ''}`.trim();
    const last = this.kinds.get(kind);
    if (last && now - last.since < PAUSE_MS) {
      last.unsaid += 1;
      return;
    }
    this.kinds.delete(kind);
    this.kinds.set(kind, { since: now, unsaid: 0 });
    const [oldest] = this.kinds.keys();
    if (this.kinds.size > MOST_KINDS) this.kinds.delete(oldest!);
    const more = last && last.unsaid > 0 ? ` (and ${last.unsaid} more in the time before)` : '';
    const words = reply.replace(/\p{Cc}+/gu, ' ').trim();
    this.logger.warn(`${kind}: ${words.slice(0, LONGEST)}${more}`);
  }
}
