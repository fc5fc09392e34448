import { agencyRow } from '../agency-row.ts';
import { inSentence, readRows } from '../read-rows.ts';
import type { DirectoryRow, Place, Sample } from '../sample.ts';
import { draft } from './draft.ts';
import { FILE, FIRST_DAY, PASSWORD, UNITS } from './office.ts';

const ADDRESSES = { validFrom: FIRST_DAY, domain: 'hungyen.example' };

const LEADERS = [
  { code: 'GD', name: 'Giám đốc Sở' },
  { code: 'PGD-1', name: 'Phó Giám đốc phụ trách thông tin, báo chí' },
  { code: 'PGD-2', name: 'Phó Giám đốc phụ trách văn hóa, du lịch' },
  { code: 'CVP', name: 'Chánh Văn phòng Sở' },
];

/** The office that took over grassroots information, in the province of today: no districts, 104 communes. */
export const hungYen: Sample = {
  key: 'hung-yen',
  title: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Hưng Yên, năm 2026',
  password: PASSWORD,
  file: FILE,
  units: UNITS,
  ...ADDRESSES,
  agencies,
  places,
  bodies: [
    { prefix: 'DU', kind: 'commune-party', title: 'Đảng ủy' },
    { prefix: 'HDND', kind: 'council', title: 'Hội đồng nhân dân' },
    { prefix: 'UBND', kind: 'commune', title: 'Ủy ban nhân dân', bearsUnitCode: true },
    {
      prefix: 'TTHCC',
      kind: 'service-centre',
      title: 'Trung tâm Phục vụ hành chính công',
      under: 'UBND',
    },
    { prefix: 'DTT', kind: 'station', title: 'Đài truyền thanh', under: 'UBND' },
  ],
  draft,
};

/**
 * The 93 xã and 11 phường are those of Resolution 1666/NQ-UBTVQH15 of 16 June 2025, article 1; their codes
 * those of Decision 19/2025/QĐ-TTg. The former district is where most of a commune's land lay: read
 * off the units that were merged, a picture of the office and no rule.
 */
function places(): Place[] {
  const rows = readRows<{ code: string; name: string; former_district: string }>(
    'hung-yen/communes.csv',
  );
  return rows.map(({ code, name, former_district }) => ({
    code,
    name: inSentence(name),
    area: `Khu vực ${former_district}`,
    unitCode: code,
  }));
}

/**
 * Bodies of the province: which departments there are follows the reform of 2025 (Tài chính with Kế hoạch,
 * Xây dựng with Giao thông, Nông nghiệp with Môi trường, Nội vụ with Lao động; press and broadcasting are one
 * body of the Party). Names of offices under ministries and of the Sở's own units are plausible, not looked
 * up; whether the province has a Sở Dân tộc và Tôn giáo was not, so it is left out.
 */
function agencies(): DirectoryRow[] {
  const bodies = readRows<{ kind: string; name: string }>('hung-yen/provincial-bodies.csv');
  return [
    ...bodies.map(({ kind, name }, index) =>
      agencyRow(ADDRESSES, `HY.${String(index + 1).padStart(2, '0')}`, kind, name),
    ),
    ...LEADERS.map(({ code, name }) => agencyRow(ADDRESSES, code, 'person', name)),
  ];
}
