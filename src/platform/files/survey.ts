import { createHash, hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DamagedFile } from './damaged-file.ts';
import type { ObjectStore } from './object-store.ts';
import { inPieces } from './pieces.ts';
import { storeWith } from './stores.ts';

/** Files that an earlier version kept in one database value are at most as long. */
export const LARGEST_WHOLE = 256 * 2 ** 20;

/** Reads what the store has under this name to its end, which must come within `most` bytes; throws `DamagedFile` if it is not what was put there. */
export async function readThrough(
  store: ObjectStore,
  sha256: string,
  most: number,
): Promise<{ size: number; pieces: string[] }> {
  const whole = createHash('sha256');
  const pieces: string[] = [];
  let size = 0;
  for await (const piece of inPieces(store.read(sha256))) {
    whole.update(piece);
    pieces.push(hash('sha256', piece));
    size += piece.length;
    if (size > most) break;
  }
  if (whole.digest('hex') !== sha256) throw new DamagedFile(sha256);
  return { size, pieces };
}

/** Notes the pieces of a file that went to the object store before they were known. */
export async function survey(manager: EntityManager, sha256: string): Promise<void> {
  const { size, pieces } = await readThrough(
    storeWith(sha256, manager.connection),
    sha256,
    LARGEST_WHOLE,
  );
  await manager.query(
    `WITH named AS (
       UPDATE files SET content_id = gen_random_uuid(), size = $2
       WHERE sha256 = $1 AND content_id IS NULL RETURNING content_id
     ), content AS (
       INSERT INTO file_contents (id) SELECT content_id FROM named RETURNING id
     )
     INSERT INTO file_pieces (content_id, position, sha256)
     SELECT id, place - 1, piece FROM content, unnest($3::text[]) WITH ORDINALITY AS of (piece, place)`,
    [sha256, size, pieces],
  );
}
