import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders and notices of recall are claimed like deliveries, by a worker with a name. Which channels
 * there are is said once, where they are implemented: a further one needs no migration.
 */
export class LettersOfOneOutbox1764000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminder_mails
        ADD COLUMN channel text NOT NULL DEFAULT 'email', ADD COLUMN claimed_by uuid`);
    await runner.query('ALTER TABLE recall_notices ADD COLUMN claimed_by uuid');
    await runner.query(
      'CREATE UNIQUE INDEX recall_notices_message_id_idx ON recall_notices (message_id)',
    );
    await runner.query('ALTER TABLE recall_notices DROP CONSTRAINT recall_notices_channel_check');
    await runner.query('ALTER TABLE deliveries DROP CONSTRAINT deliveries_channel_check');
    await runner.query('ALTER TABLE agencies DROP CONSTRAINT agencies_channels_check');
  }

  async down(): Promise<void> {
    throw new Error('A backup is the way back.');
  }
}
