import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people look for in lists by its place in the alphabet. */
const COLUMNS: [table: string, column: string][] = [
  ['agencies', 'name'],
  ['agencies', 'code'],
  ['agency_names', 'name'],
  ['agency_groups', 'name'],
  ['accounts', 'full_name'],
  ['draft_templates', 'name'],
];

/** The order of the server's locale differs from one server to the next; ICU's for Vietnamese is the same everywhere. */
export class SortByVietnameseRules1764000000341 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await collate(runner, '"vi-x-icu"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await collate(runner, '"default"');
  }
}

async function collate(runner: QueryRunner, collation: string): Promise<void> {
  for (const [table, column] of COLUMNS) {
    await runner.query(`ALTER TABLE ${table} ALTER ${column} TYPE text COLLATE ${collation}`);
  }
}
