import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowAgenciesOverTime1764000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agency_successions (
        predecessor_id uuid NOT NULL REFERENCES agencies,
        successor_id uuid NOT NULL REFERENCES agencies,
        PRIMARY KEY (predecessor_id, successor_id),
        CONSTRAINT agency_successions_check CHECK (predecessor_id <> successor_id)
      );
      CREATE INDEX agency_successions_successor_id_idx ON agency_successions (successor_id);
      INSERT INTO agency_successions
        SELECT id, successor_id FROM agencies WHERE successor_id IS NOT NULL AND successor_id <> id;
      ALTER TABLE agencies DROP COLUMN successor_id;

      CREATE TABLE agency_names (
        agency_id uuid NOT NULL REFERENCES agencies,
        valid_to date NOT NULL,
        name text NOT NULL,
        PRIMARY KEY (agency_id, valid_to)
      );

      CREATE TABLE agency_group_members (
        group_id uuid NOT NULL REFERENCES agency_groups ON DELETE CASCADE,
        agency_id uuid NOT NULL REFERENCES agencies,
        PRIMARY KEY (group_id, agency_id)
      );

      CREATE TABLE directory_changes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        title text NOT NULL,
        basis text,
        rows jsonb NOT NULL,
        proposed_by uuid NOT NULL REFERENCES accounts,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        applied_by uuid REFERENCES accounts,
        applied_at timestamptz,
        effects jsonb,
        CONSTRAINT directory_changes_applied_check
          CHECK (num_nonnulls(applied_by, applied_at, effects) IN (0, 3))
      );
      CREATE INDEX directory_changes_office_id_idx ON directory_changes (office_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agencies ADD COLUMN successor_id uuid REFERENCES agencies;
      UPDATE agencies SET successor_id = (
        SELECT successor_id FROM agency_successions WHERE predecessor_id = agencies.id LIMIT 1);
      DROP TABLE directory_changes, agency_group_members, agency_names, agency_successions;
    `);
  }
}
