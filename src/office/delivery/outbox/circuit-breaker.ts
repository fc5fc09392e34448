import { reasonOf } from '../attempts/reasons.ts';
import type { AttemptResult } from '../attempts/attempt-result.ts';

const WINDOW = 50;
const FEWEST_REFUSALS = 10;
const LARGEST_SHARE = 0.4;

/**
 * Watches the latest outcomes of one dispatch. So many refusals mean that something is wrong with the
 * mail, the sender or the directory, and going on would only hurt the office's name at the mail server.
 */
export class CircuitBreaker {
  /** Reasons of refusals; empty for mails that were taken. */
  private recent: string[] = [];

  /** The reason, for the clerk, when this result trips the breaker: the run should pause. */
  record(sent: AttemptResult): string | undefined {
    if (sent.outcome === 'temporary') return undefined;
    this.recent.push(reasonOf(sent));
    if (this.recent.length > WINDOW) this.recent.shift();
    const refusals = this.recent.filter(Boolean);
    const isTripped =
      refusals.length >= FEWEST_REFUSALS && refusals.length >= LARGEST_SHARE * this.recent.length;
    if (!isTripped) return undefined;
    const sentence =
      `${refusals.length} trong ${this.recent.length} thư gần nhất bị từ chối. ` +
      `Thường gặp nhất: ${mostFrequent(refusals)}`;
    this.recent = [];
    return sentence;
  }
}

function mostFrequent(all: string[]): string {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]![0];
}
