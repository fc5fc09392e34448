import type { EntityManager } from 'typeorm';
import type { Pause } from './moments.ts';

/** The pauses of runs, by dispatch. */
export type RunPauses = ReadonlyMap<string, Pause[]>;

/** All pauses of the runs that went on after `since`. */
export async function pausesThatEndedAfter(
  manager: EntityManager,
  officeId: string,
  since: Date,
): Promise<RunPauses> {
  const rows = await manager.query<(Pause & { dispatchId: string })[]>(
    `SELECT dispatch_id AS "dispatchId", paused_at AS "pausedAt", ended_at AS "endedAt"
     FROM delivery_pauses
     WHERE dispatch_id IN (SELECT dispatch_id FROM delivery_pauses
                           JOIN dispatches ON dispatches.id = dispatch_id
                           WHERE ended_at > $2 AND office_id = $1)`,
    [officeId, since],
  );
  const pauses = new Map<string, Pause[]>();
  for (const { dispatchId, ...pause } of rows) {
    pauses.set(dispatchId, [...(pauses.get(dispatchId) ?? []), pause]);
  }
  return pauses;
}
