import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DROP_VIEWS } from '../computed.ts';

/** Frozen recipients stand in their lists as the agencies stand in theirs, whatever the server's locale. */
export class SortRecipientsByVietnameseRules1764000000342 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_VIEWS);
    await runner.query(`
      ALTER TABLE recipients ALTER code TYPE text COLLATE "vi-x-icu",
                             ALTER name TYPE text COLLATE "vi-x-icu";
      ALTER TABLE recipient_lines ALTER text TYPE text COLLATE "vi-x-icu";
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_VIEWS);
    await runner.query(`
      ALTER TABLE recipients ALTER code TYPE text COLLATE "default",
                             ALTER name TYPE text COLLATE "default";
      ALTER TABLE recipient_lines ALTER text TYPE text COLLATE "default";
    `);
  }
}
