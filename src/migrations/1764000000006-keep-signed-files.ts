import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The file with the person's signature, on which number, date and seal are put at issue. */
export class KeepSignedFiles1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE signatures ADD file_sha256 text REFERENCES files`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE signatures DROP file_sha256`);
  }
}
