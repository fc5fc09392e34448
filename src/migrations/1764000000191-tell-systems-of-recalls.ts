import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellSystemsOfRecalls1764000000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recall_notices
        ADD channel text NOT NULL DEFAULT 'email',
        DROP CONSTRAINT recall_notices_pkey,
        ADD PRIMARY KEY (recipient_id, channel),
        ADD CONSTRAINT recall_notices_channel_check CHECK (channel IN ('email', 'webhook'));
      ALTER TABLE recall_notices ALTER channel DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM recall_notices WHERE channel = 'webhook';
      ALTER TABLE recall_notices
        DROP CONSTRAINT recall_notices_pkey,
        DROP channel,
        ADD PRIMARY KEY (recipient_id);
    `);
  }
}
