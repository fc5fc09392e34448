import type { Mandate } from '../accounts/mandate.entity.ts';
import { shortDate } from '../../platform/time/vietnam-time.ts';
import { rulesOf, type DocumentType } from '../../engines/page/document-types.ts';

/** Decree 30/2020/NĐ-CP, art. 13 and Annex I, II.7.b; in the order of the form. */
export const CAPACITY_CHOICES = [
  { value: 'head', name: 'Người đứng đầu', hint: 'Ký không có chữ trước chức vụ.' },
  { value: 'Q.', name: 'Q. · quyền', hint: 'Được giao quyền người đứng đầu.' },
  { value: 'TM.', name: 'TM. · thay mặt', hint: 'Người đứng đầu ký thay mặt tập thể.' },
  { value: 'KT.', name: 'KT. · ký thay', hint: 'Cấp phó ký thay cấp trưởng.' },
  {
    value: 'TL.',
    name: 'TL. · thừa lệnh',
    hint: 'Người đứng đầu đơn vị, một số loại văn bản ghi trong quy chế.',
  },
  {
    value: 'TUQ.',
    name: 'TUQ. · thừa ủy quyền',
    hint: 'Bằng văn bản, có thời hạn và nội dung; không ủy quyền lại.',
  },
];

/** `Thông báo, Giấy mời · đơn vị CNTT-VT`. */
export function scopeOf({ documentTypes, units }: Mandate): string {
  const types = documentTypes.map((code) => rulesOf(code as DocumentType).name);
  const parts = [types.length > 0 ? types.join(', ') : 'Mọi loại văn bản'];
  if (units.length > 0) parts.push(`đơn vị ${units.join(', ')}`);
  return parts.join(' · ');
}

export const periodOf = ({ validFrom, validTo }: Mandate): string =>
  validTo === null
    ? `từ ${shortDate(validFrom)}`
    : `${shortDate(validFrom)} – ${shortDate(validTo)}`;
