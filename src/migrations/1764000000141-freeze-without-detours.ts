import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ten thousand recipients are frozen at once: their dispatch is locked and their agencies were read in
 * that transaction, and none of these is ever deleted, so looking each up again proves nothing.
 */
export class FreezeWithoutDetours1764000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recipients
        DROP CONSTRAINT recipients_dispatch_id_fkey,
        DROP CONSTRAINT recipients_agency_id_fkey;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recipients
        ADD FOREIGN KEY (dispatch_id) REFERENCES dispatches,
        ADD FOREIGN KEY (agency_id) REFERENCES agencies;
    `);
  }
}
