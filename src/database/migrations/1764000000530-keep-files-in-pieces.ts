import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files so far were one value each. They are cut where they are, one at a time, so neither this process
 * nor the server ever holds more than the largest of them. What an object store has is cut by its next
 * reader (`files/survey.ts`).
 */
export class KeepFilesInPieces1764000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file_contents (
        id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
        incoming_at timestamptz
      );
      CREATE INDEX file_contents_incoming_at_idx ON file_contents (incoming_at)
        WHERE incoming_at IS NOT NULL;
      CREATE TABLE file_pieces (
        content_id uuid NOT NULL,
        position integer NOT NULL,
        sha256 text NOT NULL,
        bytes bytea,
        PRIMARY KEY (content_id, position)
      );
      -- PDF and ZIP do not get smaller.
      ALTER TABLE file_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;
      ALTER TABLE files
        ADD size bigint,
        ADD content_id uuid,
        ADD is_here boolean NOT NULL DEFAULT false;
    `);
    for (let after = ''; ;) {
      const [file] = (await runner.query(
        `SELECT sha256 FROM files WHERE bytes IS NOT NULL AND sha256 > $1 ORDER BY sha256 LIMIT 1`,
        [after],
      )) as { sha256: string }[];
      if (!file) break;
      await runner.query(CUT, [file.sha256]);
      after = file.sha256;
    }
    await runner.query(`
      ALTER TABLE files ALTER COLUMN is_here DROP DEFAULT;
      DROP INDEX files_here_idx;
      ALTER TABLE files DROP COLUMN bytes;
      CREATE INDEX files_here_idx ON files (sha256) WHERE is_here;
      CREATE UNIQUE INDEX files_content_id_idx ON files (content_id);
      ALTER TABLE files ADD CONSTRAINT files_content_id_fkey
        FOREIGN KEY (content_id) REFERENCES file_contents;
      ALTER TABLE file_pieces ADD CONSTRAINT file_pieces_content_id_fkey
        FOREIGN KEY (content_id) REFERENCES file_contents ON DELETE CASCADE;
    `);
  }

  down(): Promise<void> {
    throw new Error('A backup is the way back.');
  }
}

/** The old value is emptied with it: what a dropped column held would never be given back. */
const CUT = `
  WITH whole AS (SELECT bytes, length(bytes) AS size FROM files WHERE sha256 = $1),
  content AS (INSERT INTO file_contents DEFAULT VALUES RETURNING id),
  pieces AS (
    INSERT INTO file_pieces (content_id, position, sha256, bytes)
    SELECT content.id, n, encode(sha256(piece), 'hex'), piece
    FROM content, whole, generate_series(0, greatest(0, (size - 1) / 1048576)) n,
         substring(bytes FROM n * 1048576 + 1 FOR 1048576) piece
  )
  UPDATE files SET size = whole.size, content_id = content.id, is_here = true, bytes = NULL
  FROM whole, content WHERE sha256 = $1`;
