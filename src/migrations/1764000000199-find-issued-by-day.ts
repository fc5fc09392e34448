import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board asks for the dispatches of the last weeks only. */
export class FindIssuedByDay1764000000199 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX dispatches_office_id_issued_on_idx ON dispatches (office_id, issued_on)
        WHERE state = 'issued'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX dispatches_office_id_issued_on_idx');
  }
}
