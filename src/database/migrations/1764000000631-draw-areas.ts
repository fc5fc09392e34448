import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since 1 July 2025 no district lies between province and commune: the office draws its areas itself. */
export class DrawAreas1764000000631 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE areas (
        id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
        office_id uuid NOT NULL REFERENCES offices,
        name text COLLATE "vi-x-icu" NOT NULL,
        UNIQUE (office_id, name)
      );
      CREATE TABLE area_members (
        agency_id uuid NOT NULL REFERENCES agencies,
        valid_from date NOT NULL,
        valid_to date,
        area_id uuid NOT NULL REFERENCES areas,
        PRIMARY KEY (agency_id, valid_from),
        CONSTRAINT area_members_validity_check CHECK (valid_to >= valid_from)
      );
      CREATE INDEX area_members_area_id_idx ON area_members (area_id);
      CREATE UNIQUE INDEX area_members_open_idx ON area_members (agency_id) WHERE valid_to IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE area_members, areas');
  }
}
