import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowTheInstallation1764000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE installations (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        secret_fingerprint text NOT NULL,
        earlier_secrets text,
        secret_set_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE later_links (
        token_hash text PRIMARY KEY,
        recipient_id uuid NOT NULL REFERENCES recipients,
        made_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX ON later_links (recipient_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE later_links, installations');
  }
}
