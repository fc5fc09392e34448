import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes by which other systems know an agency; each scheme has forms of its own, and codes change. */
export class KeepIdentifiers1764000000632 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agency_identifiers (
        id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
        agency_id uuid NOT NULL REFERENCES agencies,
        scheme text NOT NULL,
        code text COLLATE "C" NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        UNIQUE (agency_id, scheme, valid_from),
        CONSTRAINT agency_identifiers_scheme_check CHECK (
          scheme IN ('organisation', 'former', 'unit', 'other')),
        CONSTRAINT agency_identifiers_validity_check CHECK (valid_to >= valid_from)
      );
      CREATE INDEX agency_identifiers_code_idx ON agency_identifiers (code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agency_identifiers');
  }
}
