import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rooms whose tables begin here, in the order in which they refer to each other. */
const ROOMS = [
  'platform',
  'accounts',
  'journal',
  'calendar',
  'directory',
  'mandates',
  'dispatches',
  'register',
  'delivery',
  'recipients',
  'follow-up',
];

/** The last of the 45 migrations that the baseline stands for. */
const LAST_FORMER_MIGRATION = 'TallyReplies1764000000211';

/**
 * The tables as they were when the migrations before were squashed (`baseline/*.sql`); whatever is
 * newer is a migration of its own. A database that went through those migrations has them already.
 */
export class Baseline1764000000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const former = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    if (former.some(({ name }) => name === LAST_FORMER_MIGRATION)) return;
    if (former.length > 0) {
      throw new Error(
        `Cơ sở dữ liệu thuộc bản cũ hơn bản mà phần mềm này nâng cấp được. Cập nhật lên bản có ` +
          `${LAST_FORMER_MIGRATION} trước (npm run migrate của bản ấy), rồi chạy lại lệnh này.`,
      );
    }
    for (const room of ROOMS) {
      await runner.query(await readFile(new URL(`baseline/${room}.sql`, import.meta.url), 'utf8'));
    }
  }

  down(): Promise<void> {
    throw new Error('There is nothing before the baseline.');
  }
}
