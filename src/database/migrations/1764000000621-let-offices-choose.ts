import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office decides for itself; until it does, the environment decides for all. */
export class LetOfficesChoose1764000000621 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE offices
        ADD COLUMN sender_name text,
        ADD COLUMN sender_address text,
        ADD COLUMN numbering text,
        ADD COLUMN check_code text,
        ADD CONSTRAINT offices_numbering_check CHECK (numbering IN ('at-issue', 'before-signature')),
        ADD CONSTRAINT offices_check_code_check CHECK (check_code IN ('on', 'off'));
      CREATE TABLE server_limits (
        server text PRIMARY KEY,
        free_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE server_limits;
      ALTER TABLE offices DROP COLUMN sender_name, DROP COLUMN sender_address,
        DROP COLUMN numbering, DROP COLUMN check_code;
    `);
  }
}
