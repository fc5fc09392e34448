import type { OfficeRole } from '../../../office/accounts/account.entity.ts';
import type { SampleFile } from '../sample.ts';

export const PASSWORD = 'hung-yen-2026';

/** The first day of the merged province and of its two levels (Resolution 202/2025/QH15, Law 72/2025/QH15). */
export const FIRST_DAY = '2025-07-01';

/** Of two levels, so without districts and their divisions, and with what every commune has had since. */
const KINDS = [
  { code: 'party', name: 'Cơ quan Đảng của tỉnh' },
  { code: 'organisation', name: 'Mặt trận Tổ quốc, đoàn thể tỉnh' },
  { code: 'department', name: 'Sở, ban, ngành tỉnh' },
  { code: 'central', name: 'Cơ quan trung ương trên địa bàn' },
  { code: 'own', name: 'Đơn vị trực thuộc Sở' },
  { code: 'commune-party', name: 'Đảng ủy xã, phường' },
  { code: 'council', name: 'Hội đồng nhân dân xã, phường' },
  { code: 'commune', name: 'Ủy ban nhân dân xã, phường' },
  { code: 'service-centre', name: 'Trung tâm Phục vụ hành chính công xã, phường' },
  { code: 'station', name: 'Đài truyền thanh xã, phường' },
  { code: 'person', name: 'Lãnh đạo Sở' },
];

const GROUPS = {
  'Các cơ quan Đảng của tỉnh': ['party'],
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể tỉnh': ['organisation'],
  'Các sở, ban, ngành tỉnh': ['department'],
  'Các cơ quan trung ương đóng trên địa bàn tỉnh': ['central'],
  'Các đơn vị trực thuộc Sở': ['own'],
  'Đảng ủy các xã, phường': ['commune-party'],
  'Hội đồng nhân dân các xã, phường': ['council'],
  'Ủy ban nhân dân các xã, phường': ['commune'],
  'Trung tâm Phục vụ hành chính công các xã, phường': ['service-centre'],
  'Đài truyền thanh các xã, phường': ['station'],
  'Lãnh đạo Sở': ['person'],
};

/**
 * Letterhead and kinds are those of 2026: what a Sở Thông tin và Truyền thông did for press and
 * grassroots information is this office's since the spring of 2025. The people are made up, and no code
 * of the office is given, for none was to be had.
 */
export const FILE: SampleFile = {
  office: {
    code: 'SVHTTDL',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    parentBody: 'Ủy ban nhân dân tỉnh Hưng Yên',
    place: 'Hưng Yên',
    contact: ['Thư điện tử: vanthu@svhttdl.hungyen.example'],
  },
  people: [
    person('chuyenvien', 'Đoàn Thu Hương', 'Chuyên viên', 'drafter'),
    {
      ...person('phogiamdoc', 'Nguyễn Đức Toàn', 'Phó Giám đốc', 'signer'),
      mandates: [
        {
          capacity: 'KT.',
          onBehalfOf: 'GIÁM ĐỐC',
          post: 'PHÓ GIÁM ĐỐC',
          validFrom: FIRST_DAY,
        },
      ],
    },
    person('vanthu', 'Lê Thị Bích Ngọc', 'Văn thư', 'clerk'),
    person('lanhdao', 'Bùi Quang Huy', 'Chánh Văn phòng', 'leader'),
    person('quantri', 'Hoàng Minh Tuấn', 'Chuyên viên Văn phòng', 'administrator'),
  ],
  contacts: {
    clerk: { name: 'Lê Thị Bích Ngọc, Văn thư', email: 'vanthu@svhttdl.hungyen.example' },
    head: { name: 'Bùi Quang Huy, Chánh Văn phòng', email: 'lanhdao@svhttdl.hungyen.example' },
  },
  kinds: KINDS,
  groups: GROUPS,
};

function person(username: string, fullName: string, post: string, role: OfficeRole) {
  return { username, fullName, post, roles: [role], password: PASSWORD, mandates: [] };
}

/** Plausible: the divisions of such an office in 2026, the drafter's first. */
export const UNITS = [
  { symbol: 'TTBCXB', name: 'Phòng Thông tin, Báo chí và Xuất bản', validFrom: FIRST_DAY },
  { symbol: 'QLVHGĐ', name: 'Phòng Quản lý văn hóa và gia đình', validFrom: FIRST_DAY },
  { symbol: 'QLDL', name: 'Phòng Quản lý du lịch', validFrom: FIRST_DAY },
  { symbol: 'QLTDTT', name: 'Phòng Quản lý thể dục thể thao', validFrom: FIRST_DAY },
  { symbol: 'VP', name: 'Văn phòng Sở', validFrom: FIRST_DAY },
];
