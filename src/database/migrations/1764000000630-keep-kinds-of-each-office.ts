import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds were the same nine for everybody. Each office gets those as its own, and changes them from here. */
export class KeepKindsOfEachOffice1764000000630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agencies DROP CONSTRAINT agencies_kind_fkey;
      ALTER TABLE agency_kinds DROP CONSTRAINT agency_kinds_pkey;
      ALTER TABLE agency_kinds
        ADD office_id uuid REFERENCES offices,
        ADD valid_from date,
        ALTER name TYPE text COLLATE "vi-x-icu";
      INSERT INTO agency_kinds (office_id, code, name, position, valid_to)
        SELECT offices.id, kinds.code, kinds.name, position, valid_to
        FROM offices, agency_kinds kinds;
      DELETE FROM agency_kinds WHERE office_id IS NULL;
      ALTER TABLE agency_kinds ALTER office_id SET NOT NULL;
      ALTER TABLE agency_kinds
        ADD PRIMARY KEY (office_id, code),
        ADD UNIQUE (office_id, name),
        ADD CONSTRAINT agency_kinds_validity_check CHECK (valid_to >= valid_from);
      ALTER TABLE agencies
        ADD FOREIGN KEY (office_id, kind) REFERENCES agency_kinds (office_id, code);
      CREATE TABLE agency_kind_names (
        office_id uuid NOT NULL,
        kind text NOT NULL,
        valid_to date NOT NULL,
        name text COLLATE "vi-x-icu" NOT NULL,
        PRIMARY KEY (office_id, kind, valid_to),
        FOREIGN KEY (office_id, kind) REFERENCES agency_kinds (office_id, code) ON DELETE CASCADE
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('A backup is the way back.');
  }
}
