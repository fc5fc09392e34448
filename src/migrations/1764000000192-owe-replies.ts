import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OweReplies1764000000192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE replies (
        recipient_id uuid PRIMARY KEY REFERENCES recipients,
        replied_at timestamptz NOT NULL DEFAULT now(),
        reference text,
        dated date,
        note text,
        name text NOT NULL,
        post text NOT NULL,
        how text NOT NULL,
        entered_by uuid REFERENCES accounts,
        CONSTRAINT replies_content_check CHECK (num_nonnulls(reference, note) > 0),
        CONSTRAINT replies_how_check CHECK (
          how IN ('link', 'account', 'telephone', 'paper', 'api')
          AND (how IN ('telephone', 'paper')) = (entered_by IS NOT NULL))
      );
      CREATE TRIGGER replies_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON replies
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE INDEX recipients_replying_idx ON recipients (dispatch_id, reply_by)
        WHERE reply_by IS NOT NULL;
      CREATE INDEX recipients_reply_by_idx ON recipients (reply_by) WHERE reply_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX recipients_reply_by_idx, recipients_replying_idx;
      DROP TABLE replies;
    `);
  }
}
