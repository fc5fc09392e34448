import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowDispatches1764000000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatches
        ADD COLUMN former_id uuid REFERENCES dispatches,
        ADD COLUMN relation text,
        ADD CONSTRAINT dispatches_relation_check CHECK (
          relation IN ('replaces', 'corrects') AND former_id <> id
          OR num_nonnulls(relation, former_id) = 0);
      CREATE INDEX dispatches_former_id_idx ON dispatches (former_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX dispatches_former_id_idx;
      ALTER TABLE dispatches DROP COLUMN former_id, DROP COLUMN relation;
    `);
  }
}
