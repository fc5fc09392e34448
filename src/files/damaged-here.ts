import type { EntityManager } from 'typeorm';

/** SHA-256 of the files kept in PostgreSQL whose bytes are others now; those in an object store are not read. */
export async function damagedHere(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ sha256: string }[]>(
    `SELECT sha256 FROM files
     WHERE bytes IS NOT NULL AND encode(sha256(bytes), 'hex') <> sha256 ORDER BY sha256`,
  );
  return rows.map(({ sha256 }) => sha256);
}
