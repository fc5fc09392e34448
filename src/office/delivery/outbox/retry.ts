import type { Evidence } from '../attempts/evidence.ts';
import type { AttemptResult } from '../attempts/attempt-result.ts';

export interface Schedule {
  /** Pauses between attempts, in seconds; the last one repeats. */
  retrySeconds: number[];
  lifetimeHours: number;
}

export interface Retried {
  /** Number of the attempt in this retry round, from 1. */
  attempt: number;
  queuedAt: Date;
}

/**
 * What follows from an outcome: a temporary failure waits for its turn in the schedule, or for the
 * server when it concerns all mails, until the lifetime is over.
 */
export function consequence(
  { outcome, isServerWide }: AttemptResult,
  { attempt, queuedAt }: Retried,
  { retrySeconds, lifetimeHours }: Schedule,
  now: Date,
  serverPausedUntil: number,
): { evidence: Evidence; dueAt: Date | null } {
  if (outcome !== 'temporary') return { evidence: outcome, dueAt: null };
  const pause = retrySeconds[Math.min(attempt, retrySeconds.length) - 1]!;
  const dueAt = isServerWide
    ? Math.max(serverPausedUntil, now.getTime())
    : now.getTime() + pause * 1000;
  const end = queuedAt.getTime() + lifetimeHours * 3_600_000;
  return dueAt > end
    ? { evidence: 'lifetime-over', dueAt: null }
    : { evidence: 'temporary', dueAt: new Date(dueAt) };
}
