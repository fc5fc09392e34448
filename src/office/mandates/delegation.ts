import type { Capacity, Mandate } from '../accounts/mandate.entity.ts';
import type { FieldError } from '../../platform/web/invalid-input.ts';

/** A mandate about to be given, as far as Decree 30/2020/NĐ-CP, art. 13 speaks of it. */
export interface Delegation {
  capacity: Capacity | null;
  onBehalfOf: string | null;
  post: string;
  documentTypes: string[];
  units: string[];
  basis: string | null;
  validFrom: string;
  validTo: string | null;
}

/** Annex I, II.7.b, as the layout check reads it. */
const DEPUTY = /^(PHÓ|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN)(?!\p{L})/u;

/** Those who sign in their own right: the head, the acting head, the head for a collective (art. 13.1, 13.2). */
export const isHead = (capacity: Capacity | null) =>
  capacity === null || capacity === 'Q.' || capacity === 'TM.';

export const mayGrant = ({ capacity }: Mandate): boolean => isHead(capacity) || capacity === 'TL.';

/** What is wrong with the mandate itself, whoever gives it. */
export function faultsOf(mandate: Delegation): FieldError[] {
  const { capacity, onBehalfOf, post, documentTypes, units, basis, validFrom, validTo } = mandate;
  const faults: FieldError[] = [];
  const wrong = (path: string, message: string) => void faults.push({ path, message });
  const standsAlone = capacity === null || capacity === 'Q.';
  if (standsAlone && onBehalfOf !== null) {
    wrong(
      'onBehalfOf',
      'Bỏ trống: người đứng đầu hoặc quyền người đứng đầu ký theo chức vụ của mình.',
    );
  }
  if (!standsAlone && onBehalfOf === null) {
    const example =
      capacity === 'TM.' ? 'tập thể, ví dụ ỦY BAN NHÂN DÂN' : 'chức vụ, ví dụ GIÁM ĐỐC';
    wrong('onBehalfOf', `Ghi phần đứng sau “${capacity}”: ${example}.`);
  }
  if (capacity === 'KT.' && !DEPUTY.test(post)) {
    wrong('post', 'Ký thay (KT.) là việc của cấp phó (khoản 1 Điều 13): ghi chức vụ “PHÓ …”.');
  }
  if (capacity === 'TL.' && documentTypes.length === 0) {
    wrong('documentTypes', 'Thừa lệnh chỉ cho một số loại văn bản (khoản 4 Điều 13): chọn loại.');
  }
  if (capacity === 'TUQ.' && documentTypes.length + units.length === 0) {
    wrong(
      'documentTypes',
      'Ủy quyền phải giới hạn nội dung (khoản 3 Điều 13): chọn loại văn bản hoặc ghi đơn vị soạn.',
    );
  }
  if (capacity === 'TUQ.' && validTo === null) {
    wrong('validTo', 'Ủy quyền phải giới hạn thời gian (khoản 3 Điều 13): ghi ngày cuối.');
  }
  if ((capacity === 'TUQ.' || capacity === 'TL.') && basis === null) {
    const clause = capacity === 'TL.' ? 'quy chế làm việc (khoản 4' : 'văn bản ủy quyền (khoản 3';
    wrong('basis', `Phải có ${clause} Điều 13): ghi số, ngày và trích yếu.`);
  }
  if (validTo !== null && validTo < validFrom) wrong('validTo', 'Ngày cuối đứng trước ngày đầu.');
  return faults;
}

/** What keeps `giver` from giving this mandate; a KT. of a unit's deputy may rest on a TL. (art. 13.4). */
export function faultsOfGiving(mandate: Delegation, giver: Mandate): FieldError[] {
  const { capacity, documentTypes, units, validFrom, validTo } = mandate;
  const from = (message: string) => [{ path: 'grantedFromId', message }];
  if (isHead(capacity))
    return from('Người đứng đầu, quyền hoặc thay mặt tập thể ký theo chức vụ: bỏ trống ô này.');
  if (giver.capacity === 'TUQ.') {
    return from('Người ký thừa ủy quyền không được ủy quyền lại cho người khác (khoản 3 Điều 13).');
  }
  if (giver.capacity === 'KT.') {
    return from(
      'Cấp phó ký thay không giao tiếp việc ký; người đứng đầu mới giao được (khoản 1 Điều 13).',
    );
  }
  if (giver.capacity === 'TL.' && capacity !== 'KT.') {
    return from('Người ký thừa lệnh chỉ giao lại cho cấp phó của mình ký thay (khoản 4 Điều 13).');
  }
  const faults: FieldError[] = [];
  if (validFrom < giver.validFrom || (giver.validTo !== null && validFrom > giver.validTo)) {
    faults.push({ path: 'validFrom', message: 'Ngày này nằm ngoài thời hạn của người giao.' });
  }
  if (giver.validTo !== null && (validTo === null || validTo > giver.validTo)) {
    faults.push({ path: 'validTo', message: 'Không được dài hơn thời hạn của người giao.' });
  }
  if (!isWithin(documentTypes, giver.documentTypes)) {
    faults.push({ path: 'documentTypes', message: 'Rộng hơn các loại văn bản của người giao.' });
  }
  if (!isWithin(units, giver.units)) {
    faults.push({ path: 'units', message: 'Rộng hơn các đơn vị soạn của người giao.' });
  }
  return faults;
}

/** None named means all. */
function isWithin(part: string[], whole: string[]): boolean {
  if (whole.length === 0) return true;
  return part.length > 0 && part.every((item) => whole.includes(item));
}
