import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office is called from which day; what it was called so far holds from its beginning. */
export class DateLetterheads1764000000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE office_heads (
        id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
        office_id uuid NOT NULL REFERENCES offices,
        valid_from date,
        name text COLLATE "vi-x-icu" NOT NULL,
        parent_body text,
        place text NOT NULL,
        symbol text NOT NULL,
        contact text[] NOT NULL DEFAULT '{}',
        former_identifier text,
        identifier text
      );
      CREATE UNIQUE INDEX office_heads_from_idx ON office_heads (office_id, valid_from);
      CREATE UNIQUE INDEX office_heads_first_idx ON office_heads (office_id) WHERE valid_from IS NULL;
      INSERT INTO office_heads (office_id, name, parent_body, place, symbol)
        SELECT id, name, parent_body, place, code FROM offices;
      ALTER TABLE offices DROP COLUMN name, DROP COLUMN parent_body, DROP COLUMN place;
    `);
  }

  down(): Promise<void> {
    throw new Error('A backup is the way back.');
  }
}
