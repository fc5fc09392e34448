import type { DataSource, EntityManager } from 'typeorm';
import { DamagedFile } from './damaged-file.ts';
import { ObjectStore } from './object-store.ts';

const AT_ONCE = 8;
const LISTED = 800;

/** What became of the files that are not in PostgreSQL. */
export interface StoredElsewhere {
  damaged: string[];
  /** Files whose bytes nobody looked at, and why in words. */
  unread: number;
  why: string | undefined;
}

/** SHA-256 of the files kept in PostgreSQL whose bytes are others now. */
export async function damagedHere(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ sha256: string }[]>(
    `SELECT sha256 FROM files
     WHERE bytes IS NOT NULL AND encode(sha256(bytes), 'hex') <> sha256 ORDER BY sha256`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Reads every file that is in the object store at `s3Url`. Not within a transaction: that may take hours.
 * A store that does not answer says nothing about a file, and is not asked for the others.
 */
export async function damagedElsewhere(
  database: DataSource,
  s3Url: string | undefined,
): Promise<StoredElsewhere> {
  const [{ total }] = await database.query(
    'SELECT count(*)::int AS total FROM files WHERE bytes IS NULL',
  );
  const found: StoredElsewhere = { damaged: [], unread: total, why: undefined };
  if (total === 0) return found;
  if (!s3Url) return { ...found, why: 'đặt S3_URL như của web và worker rồi chạy lại' };
  const store = new ObjectStore(s3Url);
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: { sha256: string }[] = await database.query(
      `SELECT sha256 FROM files WHERE bytes IS NULL AND sha256 > $1 ORDER BY sha256 LIMIT ${LISTED}`,
      [after],
    );
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE).map(({ sha256 }) => look(store, sha256, found));
      await Promise.all(some);
      if (found.why !== undefined) return found;
    }
    after = rows.length === LISTED ? rows.at(-1)!.sha256 : undefined;
  }
  return { ...found, unread: 0 };
}

async function look(store: ObjectStore, sha256: string, found: StoredElsewhere): Promise<void> {
  try {
    await store.get(sha256);
    found.unread -= 1;
  } catch (error) {
    if (!(error instanceof DamagedFile)) {
      found.why = `kho không trả lời được (${(error as Error).message}); kiểm tra S3_URL và kho rồi chạy lại`;
      return;
    }
    found.damaged.push(sha256);
    found.unread -= 1;
  }
}
