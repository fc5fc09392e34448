import type { AgencyKind } from './agency-kind.entity.ts';

export type NewKind = Pick<AgencyKind, 'code' | 'name'> &
  Partial<Pick<AgencyKind, 'validFrom' | 'validTo'>>;

/** The last day of the districts (Law 72/2025/QH15), and with them of their divisions. */
const LAST_OF_DISTRICTS = '2025-06-30';

/** What an office begins with whose file names no kinds; it adds, renames and ends them as it likes. */
export const USUAL_KINDS: NewKind[] = [
  { code: 'party', name: 'Ban Đảng, Văn phòng Tỉnh ủy' },
  { code: 'organisation', name: 'Tổ chức chính trị, đoàn thể tỉnh' },
  { code: 'department', name: 'Sở, ban, ngành tỉnh' },
  { code: 'central', name: 'Cơ quan trung ương trên địa bàn' },
  { code: 'district', name: 'Ủy ban nhân dân cấp huyện', validTo: LAST_OF_DISTRICTS },
  { code: 'culture', name: 'Phòng Văn hóa và Thông tin', validTo: LAST_OF_DISTRICTS },
  { code: 'commune', name: 'Ủy ban nhân dân cấp xã' },
  { code: 'station', name: 'Đài truyền thanh cấp xã' },
  { code: 'person', name: 'Lãnh đạo, cá nhân trong cơ quan' },
];

/** What offices of today add first; offered, never written by itself. */
export const OFFERED_NAMES = [
  'Đảng ủy cấp xã',
  'Hội đồng nhân dân cấp xã',
  'Trung tâm Phục vụ hành chính công',
  'Trường học',
  'Bệnh viện, cơ sở y tế',
  'Doanh nghiệp',
];
