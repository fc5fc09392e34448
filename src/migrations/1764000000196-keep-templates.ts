import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepTemplates1764000000196 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_templates (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        name text NOT NULL,
        draft jsonb NOT NULL,
        kept_by uuid NOT NULL REFERENCES accounts,
        kept_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (office_id, name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_templates');
  }
}
