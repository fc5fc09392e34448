import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mandate covers and who gave it; what a signer signs at one sitting. */
export class LimitMandates1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mandates
        ADD above text,
        ADD granted_from_id uuid REFERENCES mandates,
        ADD document_types text[] NOT NULL DEFAULT '{}',
        ADD units text[] NOT NULL DEFAULT '{}',
        ADD basis text,
        ADD CONSTRAINT mandates_above_check CHECK (above IS NULL OR capacity = 'KT.'),
        ADD CONSTRAINT mandates_granted_from_check CHECK (granted_from_id <> id);

      CREATE TABLE signing_batches (
        id uuid PRIMARY KEY,
        signer_id uuid NOT NULL REFERENCES accounts,
        requested_at timestamptz NOT NULL DEFAULT now(),
        running_until timestamptz,
        stopped_because text
      );
      CREATE INDEX signing_batches_signer_id_idx ON signing_batches (signer_id);

      CREATE TABLE signing_items (
        batch_id uuid NOT NULL REFERENCES signing_batches,
        position integer NOT NULL,
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        content_sha256 text NOT NULL,
        settled_at timestamptz,
        refusal text,
        PRIMARY KEY (batch_id, position),
        UNIQUE (batch_id, dispatch_id),
        CONSTRAINT signing_items_refusal_check CHECK (refusal IS NULL OR settled_at IS NOT NULL)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE signing_items, signing_batches;
      ALTER TABLE mandates
        DROP above, DROP granted_from_id, DROP document_types, DROP units, DROP basis;
    `);
  }
}
