import type { DataSource, EntityManager } from 'typeorm';
import { brokenPiece, DamagedFile } from './damaged-file.ts';
import { checkFile } from './files.ts';
import { ObjectStore } from './object-store.ts';
import { PIECE } from './pieces.ts';
import { readAlsoFrom } from './stores.ts';
import { LARGEST_WHOLE, readThrough } from './survey.ts';

const AT_ONCE = 8;
const LISTED = 800;

/** A file that is not what was kept, and how it stands with it (“không còn nguyên vẹn ở đoạn 3 trên 200”). */
export interface Damage {
  sha256: string;
  what: string;
}

/** What became of the files that are not in PostgreSQL. */
export interface StoredElsewhere {
  damaged: Damage[];
  /** Files whose bytes nobody looked at, and why in words. */
  unread: number;
  why: string | undefined;
}

/** What is wrong with the files that are kept in PostgreSQL; each piece is looked at, and none is held longer than that. */
export async function damagedHere(manager: EntityManager): Promise<Damage[]> {
  const broken = await manager.query<{ sha256: string; size: string; position: number }[]>(
    `SELECT file.sha256, size, place AS position
     FROM files file
     CROSS JOIN LATERAL generate_series(0, greatest(0, (size - 1) / ${PIECE})::integer) place
     LEFT JOIN file_pieces piece ON piece.content_id = file.content_id AND position = place
     WHERE is_here AND (encode(sha256(bytes), 'hex') = piece.sha256
                        AND (size > ${PIECE} OR piece.sha256 = file.sha256)) IS NOT TRUE
     ORDER BY file.sha256, place`,
  );
  const damaged = broken.map(({ sha256, size, position }) => ({
    sha256,
    what: brokenPiece(position, Number(size)),
  }));
  const isNamed = new Set(damaged.map(({ sha256 }) => sha256));
  const long = await manager.query<{ sha256: string }[]>(
    `SELECT sha256 FROM files WHERE is_here AND size > ${PIECE} ORDER BY sha256`,
  );
  for (const { sha256 } of long.filter((file) => !isNamed.has(file.sha256))) {
    const what = await damageOf(checkFile(manager, sha256), sha256);
    if (what) damaged.push(what);
  }
  return damaged;
}

async function damageOf(check: Promise<unknown>, sha256: string): Promise<Damage | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    if (error instanceof DamagedFile) return { sha256, what: error.what };
    throw error;
  }
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
    'SELECT count(*)::int AS total FROM files WHERE NOT is_here',
  );
  const found: StoredElsewhere = { damaged: [], unread: total, why: undefined };
  if (total === 0) return found;
  if (!s3Url) return { ...found, why: 'đặt S3_URL như của web và worker rồi chạy lại' };
  const store = new ObjectStore(s3Url);
  readAlsoFrom(store, database);
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: Elsewhere[] = await database.query(
      `SELECT sha256, content_id AS content FROM files WHERE NOT is_here AND sha256 > $1 ORDER BY sha256 LIMIT ${LISTED}`,
      [after],
    );
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE).map((row) => look(database, store, row, found));
      await Promise.all(some);
      if (found.why !== undefined) return found;
    }
    after = rows.length === LISTED ? rows.at(-1)!.sha256 : undefined;
  }
  return { ...found, unread: 0 };
}

interface Elsewhere {
  sha256: string;
  /** None where its pieces are not known yet; to verify is to write nothing. */
  content: string | null;
}

async function look(
  { manager }: DataSource,
  store: ObjectStore,
  { sha256, content }: Elsewhere,
  found: StoredElsewhere,
): Promise<void> {
  try {
    const damage = await damageOf(
      content === null ? readThrough(store, sha256, LARGEST_WHOLE) : checkFile(manager, sha256),
      sha256,
    );
    if (damage) found.damaged.push(damage);
    found.unread -= 1;
  } catch (error) {
    found.why = `kho không trả lời được (${(error as Error).message}); kiểm tra S3_URL và kho rồi chạy lại`;
  }
}
