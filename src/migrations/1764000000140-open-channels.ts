import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenChannels1764000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agencies
        ADD COLUMN channels text[] NOT NULL DEFAULT '{email}',
        ADD COLUMN webhook_url text,
        ADD COLUMN webhook_secret text,
        ADD CONSTRAINT agencies_channels_check CHECK (channels <@ '{email,webhook}');
      ALTER TABLE deliveries
        ADD COLUMN fallbacks jsonb NOT NULL DEFAULT '[]',
        DROP CONSTRAINT deliveries_channel_check,
        ADD CONSTRAINT deliveries_channel_check CHECK (channel IN ('email', 'webhook')),
        DROP CONSTRAINT deliveries_recipient_id_channel_key,
        ADD UNIQUE (recipient_id);
      CREATE INDEX deliveries_fallbacks_idx ON deliveries (state) WHERE fallbacks <> '[]';
      ALTER TABLE delivery_attempts ADD COLUMN channel text NOT NULL DEFAULT 'email';
      ${states('delivery.recipient_id = recipient.id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${states(`delivery.recipient_id = recipient.id AND delivery.channel = 'email'`)}
      ALTER TABLE delivery_attempts DROP COLUMN channel;
      ALTER TABLE deliveries
        DROP COLUMN fallbacks,
        DROP CONSTRAINT deliveries_channel_check,
        ADD CONSTRAINT deliveries_channel_check CHECK (channel IN ('email')) NOT VALID,
        DROP CONSTRAINT deliveries_recipient_id_key,
        ADD UNIQUE (recipient_id, channel);
      ALTER TABLE agencies DROP COLUMN channels, DROP COLUMN webhook_url,
        DROP COLUMN webhook_secret;
    `);
  }
}

const states = (delivery: string) => `
  CREATE OR REPLACE VIEW recipient_states AS
    SELECT recipient.*,
           delivery.address,
           acknowledgement.acknowledged_at,
           CASE
             WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
             ELSE coalesce(
               (SELECT CASE coalesce(answer, 'none')
                         WHEN 'none' THEN 'refused' WHEN 'withdrawn' THEN 'withdrawn' END
                FROM refusals LEFT JOIN refusal_answers ON refusal_id = refusals.id
                WHERE refusals.recipient_id = recipient.id ORDER BY refused_at DESC LIMIT 1),
               CASE WHEN delivery.id IS NULL THEN 'unreachable'
                    ELSE standing_of(delivery.state) END)
           END AS state
    FROM recipients recipient
    LEFT JOIN deliveries delivery ON ${delivery}
    LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id;`;
