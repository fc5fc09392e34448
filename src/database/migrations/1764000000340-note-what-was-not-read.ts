import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteWhatWasNotRead1764000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE directory_changes ADD COLUMN notes text[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE directory_changes DROP COLUMN notes');
  }
}
