import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which drafting unit a person belongs to. */
export class UnitsOfPeople1764000000604 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts ADD unit_id uuid REFERENCES units;
      CREATE INDEX accounts_office_id_idx ON accounts (office_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX accounts_office_id_idx; ALTER TABLE accounts DROP unit_id`);
  }
}
