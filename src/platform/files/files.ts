import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { KeptFile } from './kept-file.ts';
import { PIECE } from './pieces.ts';
import { StoredFile } from './stored-file.entity.ts';
import { survey } from './survey.ts';

/** The longest PDF of a dispatch, receipt or copy that is held whole, to be sealed, mailed or judged. */
export const PDF_MOST = 64 * 2 ** 20;

/**
 * Keeps the bytes and returns their SHA-256 (hexadecimal); the same bytes are kept once. They are in
 * the caller's transaction; where there is an object store, FilesMover takes them there later. For what
 * is small enough to be held whole; anything else comes in by `receiveFile`.
 */
export async function keepFile(
  manager: EntityManager,
  bytes: Buffer,
  mediaType: string,
): Promise<string> {
  const sha256 = hash('sha256', bytes);
  const first = bytes.subarray(0, PIECE);
  const [content] = await manager.query<{ id: string }[]>(
    `WITH file AS (
       INSERT INTO files (sha256, media_type, size, content_id, is_here)
       VALUES ($1, $2, $3, gen_random_uuid(), true) ON CONFLICT DO NOTHING RETURNING content_id
     ), content AS (
       INSERT INTO file_contents (id) SELECT content_id FROM file RETURNING id
     )
     INSERT INTO file_pieces (content_id, position, sha256, bytes)
     SELECT id, 0, $4::text, $5::bytea FROM content RETURNING content_id AS id`,
    [sha256, mediaType, bytes.length, hash('sha256', first), first],
  );
  for (let at = PIECE; content && at < bytes.length; at += PIECE) {
    await keepPiece(manager, content.id, at / PIECE, bytes.subarray(at, at + PIECE));
  }
  return sha256;
}

async function keepPiece(
  manager: EntityManager,
  contentId: string,
  position: number,
  bytes: Buffer,
): Promise<void> {
  await manager.query('INSERT INTO file_pieces VALUES ($1, $2, $3, $4)', [
    contentId,
    position,
    hash('sha256', bytes),
    bytes,
  ]);
}

/**
 * A file that was kept, to be read as a stream. Not within a transaction, since its bytes may have to
 * come from another machine.
 */
export async function openFile(manager: EntityManager, sha256: string): Promise<KeptFile> {
  const file = await known(manager, sha256);
  if (file.damagedAt) await file.kept.check();
  return file.kept;
}

/** Reads all of it, and throws `DamagedFile` where it is not what was kept. */
export async function checkFile(manager: EntityManager, sha256: string): Promise<void> {
  await (await known(manager, sha256)).kept.check();
}

/** The bytes that were kept, or `DamagedFile`: never others. Like `openFile`, for what is at most `most` bytes. */
export async function readFile(
  manager: EntityManager,
  sha256: string,
  most: number,
): Promise<Buffer> {
  const { kept } = await known(manager, sha256);
  if (kept.size > most) {
    throw new RangeError(`${sha256} is ${kept.size} bytes, more than the ${most} held at once`);
  }
  const pieces: Buffer[] = [];
  for await (const piece of kept.pieces()) pieces.push(piece);
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

async function known(
  manager: EntityManager,
  sha256: string,
): Promise<{ kept: KeptFile; damagedAt: Date | null }> {
  const file = await manager.findOneByOrFail(StoredFile, { sha256 });
  const { mediaType, size, contentId, damagedAt } = file;
  if (contentId === null || size === null) {
    await survey(manager, sha256);
    return known(manager, sha256);
  }
  return { kept: new KeptFile(manager, sha256, mediaType, size, contentId), damagedAt };
}
