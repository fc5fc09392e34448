import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FreezeFaster1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipients DROP CONSTRAINT recipients_kind_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipients ADD FOREIGN KEY (kind) REFERENCES agency_kinds');
  }
}
