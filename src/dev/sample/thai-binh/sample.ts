import { agencyRow } from '../agency-row.ts';
import { inSentence, readRows } from '../read-rows.ts';
import type { DirectoryRow, Place, Sample } from '../sample.ts';
import { seedDraft } from './draft.ts';
import { SAMPLE_OFFICE, SAMPLE_PASSWORD } from './office.ts';

interface Unit {
  code: string;
  level: 'province' | 'district' | 'commune';
  name: string;
  parent_code: string;
}

const ADDRESSES = { validFrom: '2024-01-01', domain: 'thaibinh.example' };

const LEADERS = [
  { code: 'GD', name: 'Giám đốc Sở', email: 'giamdoc' },
  { code: 'PGD-VXT', name: 'Phó Giám đốc Vũ Xuân Thành', email: 'vuxuanthanh' },
  { code: 'PGD-2', name: 'Phó Giám đốc phụ trách chuyển đổi số', email: 'phogiamdoc2' },
  { code: 'CVP', name: 'Chánh Văn phòng Sở', email: 'chanhvanphong' },
];

/** Its agencies are those of the province in 2024 as one office writes to them. */
export const thaiBinh: Sample = {
  key: 'thai-binh',
  title: 'Sở Thông tin và Truyền thông tỉnh Thái Bình, năm 2024',
  password: SAMPLE_PASSWORD,
  file: SAMPLE_OFFICE,
  units: [],
  ...ADDRESSES,
  agencies,
  places,
  bodies: [
    { prefix: 'UBND', kind: 'commune', title: 'Ủy ban nhân dân' },
    { prefix: 'DTT', kind: 'station', title: 'Đài truyền thanh', under: 'UBND' },
  ],
  draft: seedDraft,
};

const units = (level: Unit['level']): Unit[] =>
  readRows<Unit>('thai-binh/administrative-units.csv').filter((unit) => unit.level === level);

function places(): Place[] {
  return units('commune').map(({ code, name, parent_code }) => ({
    code,
    name: inSentence(name),
    parent: `UBND.${parent_code}`,
  }));
}

function agencies(): DirectoryRow[] {
  const row = (code: string, kind: string, name: string, parent?: string) =>
    agencyRow(ADDRESSES, code, kind, name, parent);
  const bodies = readRows<{ kind: string; name: string }>('thai-binh/provincial-bodies.csv');
  const districts = units('district').map((unit) => ({ ...unit, name: inSentence(unit.name) }));
  return [
    ...bodies.map(({ kind, name }, index) =>
      row(`TB.${String(index + 1).padStart(2, '0')}`, kind, name),
    ),
    ...districts.map(({ code, name }) =>
      row(`UBND.${code}`, 'district', `Ủy ban nhân dân ${name}`),
    ),
    ...districts.map(({ code, name }) =>
      row(`VHTT.${code}`, 'culture', `Phòng Văn hóa và Thông tin ${name}`, `UBND.${code}`),
    ),
    ...LEADERS.map(({ code, name, email }) => ({
      ...row(code, 'person', name),
      email: `${email}@stttt.thaibinh.example`,
    })),
  ];
}
