import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The drafting units of an office; until now they were words in symbols and in mandates only. */
export class NameUnits1764000000602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE units (
        id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
        office_id uuid NOT NULL REFERENCES offices,
        symbol text NOT NULL,
        name text COLLATE "vi-x-icu" NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT units_valid_to_check CHECK (valid_to >= valid_from)
      );
      CREATE UNIQUE INDEX units_symbol_from_idx ON units (office_id, symbol, valid_from);
      CREATE UNIQUE INDEX units_open_symbol_idx ON units (office_id, symbol) WHERE valid_to IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE units');
  }
}
