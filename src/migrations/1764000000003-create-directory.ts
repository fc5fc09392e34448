import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  ['party', 'Ban Đảng, Văn phòng Tỉnh ủy'],
  ['organisation', 'Tổ chức chính trị, đoàn thể tỉnh'],
  ['department', 'Sở, ban, ngành tỉnh'],
  ['central', 'Cơ quan trung ương trên địa bàn'],
  ['district', 'Ủy ban nhân dân cấp huyện'],
  ['culture', 'Phòng Văn hóa và Thông tin'],
  ['commune', 'Ủy ban nhân dân cấp xã'],
  ['station', 'Đài truyền thanh cấp xã'],
  ['person', 'Lãnh đạo, cá nhân trong cơ quan'],
];

export class CreateDirectory1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agency_kinds (
        code text PRIMARY KEY,
        name text NOT NULL,
        position integer NOT NULL
      );

      CREATE TABLE agencies (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        code text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL REFERENCES agency_kinds,
        parent_id uuid REFERENCES agencies,
        valid_from date NOT NULL,
        valid_to date,
        successor_id uuid REFERENCES agencies,
        email text,
        UNIQUE (office_id, code),
        CONSTRAINT agencies_validity_check CHECK (valid_to >= valid_from)
      );
      CREATE INDEX agencies_office_id_kind_idx ON agencies (office_id, kind);

      CREATE TABLE agency_groups (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        name text NOT NULL,
        kinds text[] NOT NULL,
        UNIQUE (office_id, name)
      );
    `);
    for (const [position, [code, name]] of KINDS.entries()) {
      await runner.query(`INSERT INTO agency_kinds VALUES ($1, $2, $3)`, [code, name, position]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE agency_groups, agencies, agency_kinds`);
  }
}
