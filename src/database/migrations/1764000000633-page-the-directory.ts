import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page of the directory is read in the order of this index: kind by kind, code by code. */
export class PageTheDirectory1764000000633 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX agencies_office_id_kind_code_idx ON agencies (office_id, kind, code);
      DROP INDEX agencies_office_id_kind_idx;
      CREATE INDEX agencies_parent_id_idx ON agencies (parent_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX agencies_parent_id_idx;
      CREATE INDEX agencies_office_id_kind_idx ON agencies (office_id, kind);
      DROP INDEX agencies_office_id_kind_code_idx;
    `);
  }
}
