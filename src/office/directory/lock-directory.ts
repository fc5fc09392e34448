import type { EntityManager } from 'typeorm';

/** Until the transaction ends, nobody else changes the directory of this office. */
export async function lockDirectory(manager: EntityManager, officeId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('directory ' || $1, 0))`, [
    officeId,
  ]);
}
