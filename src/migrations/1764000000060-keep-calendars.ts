import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepCalendars1764000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_years (
        office_id uuid NOT NULL REFERENCES offices,
        year integer NOT NULL,
        settled_by uuid NOT NULL REFERENCES accounts,
        settled_at timestamptz NOT NULL,
        PRIMARY KEY (office_id, year)
      );

      CREATE TABLE calendar_days (
        office_id uuid NOT NULL,
        date date NOT NULL,
        year integer NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        PRIMARY KEY (office_id, date),
        FOREIGN KEY (office_id, year) REFERENCES calendar_years ON DELETE CASCADE,
        CONSTRAINT calendar_days_kind_check CHECK (kind IN ('holiday', 'working')),
        CONSTRAINT calendar_days_year_check CHECK (year = extract(year FROM date))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_days, calendar_years');
  }
}
