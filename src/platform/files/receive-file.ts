import { createHash, hash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { TooLong } from './bounded-body.ts';
import { FileContent } from './file-content.entity.ts';
import { inPieces } from './pieces.ts';

/** Bytes that have all come in and that no file has yet; kept by `keepReceived` or let go by `discardReceived`. */
export interface ReceivedFile {
  contentId: string;
  sha256: string;
  size: number;
}

/** Who has not gone on with an upload for so long will not; what of it is there goes. */
const ABANDONED = `interval '1 day'`;

/** No upload is read further, whatever its door allows. */
const LARGEST = 4 * 2 ** 30;

/**
 * Takes bytes in as they come: each piece is a short transaction of its own, so a slow sender holds no
 * connection. Whatever ends it early (`TooLong`, a source that fails) leaves nothing behind;
 * what a process that dies has taken in goes after a day.
 */
export async function receiveFile(
  database: DataSource,
  source: AsyncIterable<Uint8Array>,
  most: number,
): Promise<ReceivedFile> {
  const [{ id: contentId }] = await database.query(
    'INSERT INTO file_contents (incoming_at) VALUES (now()) RETURNING id',
  );
  const whole = createHash('sha256');
  let size = 0;
  let position = 0;
  try {
    for await (const piece of inPieces(bounded(source, Math.min(most, LARGEST)))) {
      whole.update(piece);
      size += piece.length;
      await takeIn(database, contentId, position, piece);
      position += 1;
    }
    return { contentId, sha256: whole.digest('hex'), size };
  } catch (error) {
    await discardReceived(database, contentId).catch(() => {}); // then after a day
    throw error;
  }
}

async function takeIn(
  database: DataSource,
  contentId: string,
  position: number,
  piece: Buffer,
): Promise<void> {
  const taken = await database.query<unknown[]>(
    `WITH content AS (
       UPDATE file_contents SET incoming_at = now() WHERE id = $1 AND incoming_at IS NOT NULL
       RETURNING id
     )
     INSERT INTO file_pieces (content_id, position, sha256, bytes)
     SELECT id, $2::integer, $3::text, $4::bytea FROM content RETURNING position`,
    [contentId, position, hash('sha256', piece), piece],
  );
  if (taken.length === 0) throw gone(contentId);
}

/** Makes a file of it, in the caller's transaction; the same bytes are kept once. Returns their SHA-256 (hexadecimal). */
export async function keepReceived(
  manager: EntityManager,
  { contentId, sha256, size }: ReceivedFile,
  mediaType: string,
): Promise<string> {
  const [, claimed] = await manager.query<[unknown[], number]>(
    'UPDATE file_contents SET incoming_at = NULL WHERE id = $1 AND incoming_at IS NOT NULL',
    [contentId],
  );
  if (claimed === 0) throw gone(contentId);
  const made = await manager.query<unknown[]>(
    `INSERT INTO files (sha256, media_type, size, content_id, is_here)
     VALUES ($1, $2, $3, $4, true) ON CONFLICT DO NOTHING RETURNING sha256`,
    [sha256, mediaType, size, contentId],
  );
  if (made.length === 0) await manager.delete(FileContent, { id: contentId });
  return sha256;
}

export async function discardReceived(database: DataSource, contentId: string): Promise<void> {
  await database.query('DELETE FROM file_contents WHERE id = $1 AND incoming_at IS NOT NULL', [
    contentId,
  ]);
}

/** Lets go of what nobody went on with. */
export async function discardAbandoned(database: DataSource): Promise<void> {
  await database.query(`DELETE FROM file_contents WHERE incoming_at < now() - ${ABANDONED}`);
}

const gone = (contentId: string) =>
  new Error(`the upload ${contentId} was given up, or is a file already`);

async function* bounded(
  source: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > most) throw new TooLong(most);
    yield chunk;
  }
}
