import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDispatches1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        sha256 text PRIMARY KEY,
        media_type text NOT NULL,
        bytes bytea NOT NULL
      );

      CREATE TABLE dispatches (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        state text NOT NULL,
        symbol text NOT NULL,
        abstract text NOT NULL,
        body text NOT NULL,
        urgency text NOT NULL,
        mandate_id uuid REFERENCES mandates,
        drafted_by uuid NOT NULL REFERENCES accounts,
        drafted_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL,
        number integer,
        year integer,
        issued_on date,
        UNIQUE (office_id, year, number),
        CONSTRAINT dispatches_state_check
          CHECK (state IN ('draft', 'submitted', 'returned', 'signed', 'issued')),
        CONSTRAINT dispatches_urgency_check
          CHECK (urgency IN ('normal', 'urgent', 'very-urgent', 'express')),
        CONSTRAINT dispatches_number_check
          CHECK (state = 'issued' AND num_nonnulls(number, year, issued_on) = 3
              OR state <> 'issued' AND num_nonnulls(number, year, issued_on) = 0)
      );

      CREATE TABLE recipient_lines (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        dispatch_id uuid NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        section text NOT NULL,
        position integer NOT NULL,
        text text NOT NULL,
        target text NOT NULL,
        group_id uuid REFERENCES agency_groups,
        agency_id uuid REFERENCES agencies,
        UNIQUE (dispatch_id, section, position),
        CONSTRAINT recipient_lines_section_check CHECK (section IN ('addressee', 'copy')),
        CONSTRAINT recipient_lines_target_check CHECK (
          target IN ('group', 'agency', 'person', 'reference', 'archive')
          AND (target = 'group') = (group_id IS NOT NULL)
          AND (target IN ('agency', 'person')) = (agency_id IS NOT NULL)
        )
      );

      CREATE TABLE submissions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        submitted_by uuid NOT NULL REFERENCES accounts,
        submitted_at timestamptz NOT NULL DEFAULT now(),
        content_sha256 text NOT NULL,
        returned_by uuid REFERENCES accounts,
        returned_at timestamptz,
        return_reason text
      );
      CREATE INDEX submissions_dispatch_id_idx ON submissions (dispatch_id);

      CREATE TABLE signatures (
        dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
        signed_by uuid NOT NULL REFERENCES accounts,
        mandate_id uuid NOT NULL REFERENCES mandates,
        signed_at timestamptz NOT NULL DEFAULT now(),
        content_sha256 text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE signatures, submissions, recipient_lines, dispatches, files`);
  }
}
