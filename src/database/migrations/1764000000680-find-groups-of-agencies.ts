import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which groups have chosen an agency is asked on its page, the other way round than a group asks. */
export class FindGroupsOfAgencies1764000000680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX agency_group_members_agency_id_idx ON agency_group_members (agency_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX agency_group_members_agency_id_idx');
  }
}
