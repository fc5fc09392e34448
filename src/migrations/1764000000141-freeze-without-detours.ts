import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ten thousand recipients are frozen at once: their dispatch is locked and their agencies were read in
 * that transaction, and none of these is ever deleted, so looking each up again proves nothing. A new
 * delivery changes where a recipient stands only when there was none: the standing itself was written
 * by the same statement.
 */
export class FreezeWithoutDetours1764000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recipients
        DROP CONSTRAINT recipients_dispatch_id_fkey,
        DROP CONSTRAINT recipients_agency_id_fkey;
      ${following(`array(
        SELECT changed.recipient_id FROM changed JOIN standings USING (recipient_id)
        WHERE standings.state = 'unreachable')`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${following('array(SELECT recipient_id FROM changed)')}
      ALTER TABLE recipients
        ADD FOREIGN KEY (dispatch_id) REFERENCES dispatches,
        ADD FOREIGN KEY (agency_id) REFERENCES agencies;
    `);
  }
}

const following = (reached: string) => `
  CREATE OR REPLACE FUNCTION follow_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_TABLE_NAME = 'recipients' THEN
      PERFORM refresh_standings(array(SELECT id FROM changed));
    ELSIF TG_TABLE_NAME = 'deliveries' AND TG_OP = 'UPDATE' THEN
      PERFORM refresh_standings(array(
        SELECT changed.recipient_id FROM changed JOIN former USING (id)
        WHERE replace(changed.state, 'sending', 'waiting')
           <> replace(former.state, 'sending', 'waiting')));
    ELSIF TG_TABLE_NAME = 'deliveries' THEN
      PERFORM refresh_standings(${reached});
    ELSIF TG_TABLE_NAME = 'refusal_answers' THEN
      PERFORM refresh_standings(array(
        SELECT recipient_id FROM refusals JOIN changed ON changed.refusal_id = refusals.id));
    ELSE
      PERFORM refresh_standings(array(SELECT recipient_id FROM changed));
    END IF;
    RETURN NULL;
  END $$;`;
