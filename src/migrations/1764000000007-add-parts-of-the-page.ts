import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPartsOfThePage1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatches
        ADD type text NOT NULL DEFAULT 'cong-van',
        ADD circulation text,
        ADD legal_bases text[] NOT NULL DEFAULT '{}',
        ADD typist_mark text,
        ADD CONSTRAINT dispatches_type_check CHECK (type IN ('cong-van', 'thong-bao', 'ke-hoach',
          'bao-cao', 'to-trinh', 'giay-moi', 'cong-dien', 'quyet-dinh')),
        ADD CONSTRAINT dispatches_circulation_check
          CHECK (circulation IN ('return-after-reading', 'internal'));

      CREATE TABLE annexes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        dispatch_id uuid NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        position integer NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        UNIQUE (dispatch_id, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE annexes;
      ALTER TABLE dispatches
        DROP type, DROP circulation, DROP legal_bases, DROP typist_mark;
    `);
  }
}
