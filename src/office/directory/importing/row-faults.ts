import { nameKey } from '../../../platform/text/name-key.ts';
import { shortDate, vietnamDate } from '../../../platform/time/vietnam-time.ts';
import type { FieldError } from '../../../platform/web/invalid-input.ts';
import { successorCodes, type AgencyRow } from '../directory.schemas.ts';
import { faultOf } from '../identifiers/schemes.ts';
import { isOpenOn } from '../kinds/agency-kind.entity.ts';
import { IDENTIFIER_COLUMNS } from './identifier-columns.ts';
import type { PlannedArea, PlannedKind } from './known-names.ts';
import type { Stored } from './stored-rows.ts';

export interface Known {
  before: Stored | undefined;
  codes: Set<string>;
  /** One of the codes by its small letters: the first of those that differ in nothing else. */
  alike: Map<string, string>;
  /** By their codes and names. */
  kindOf: Map<string, PlannedKind>;
  /** By their names, as `nameKey` writes them. */
  areas: Map<string, PlannedArea>;
}

/** What is wrong with one row, by its columns. */
export function faultsOf(
  row: AgencyRow,
  { before, codes, alike, kindOf, areas }: Known,
): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (path: keyof AgencyRow, message: string) => faults.push({ path, message });
  const other = alike.get(row.code.toLowerCase());
  if (!before && other !== row.code) {
    fault('code', `Đã có mã ${other}; mã ${row.code} chỉ khác chữ hoa, chữ thường. Dùng một mã.`);
  }
  const from = row.valid_from ?? before?.valid_from;
  if (!before && !row.name) fault('name', 'Không được để trống: mã này chưa có trong danh bạ.');
  if (!before && !row.kind) fault('kind', 'Không được để trống: mã này chưa có trong danh bạ.');
  if (row.kind) {
    const kind = kindOf.get(nameKey(row.kind));
    if (!kind) {
      const open = [...new Set(kindOf.values())].filter((each) =>
        isOpenOn(each, from ?? vietnamDate(new Date())),
      );
      const known = open.map(({ code }) => code).join(', ');
      fault('kind', `Không có loại "${row.kind}". Dùng một trong: ${known}.`);
    }
    if (!before && kind && from && !isOpenOn(kind, from)) {
      const when =
        kind.validFrom && from < kind.validFrom
          ? `chỉ có từ ${shortDate(kind.validFrom)}, cơ quan này bắt đầu trước đó`
          : `chỉ có đến ${shortDate(kind.validTo!)}, cơ quan này bắt đầu sau đó`;
      fault('kind', `Loại “${kind.name}” ${when}. Dùng loại khác hoặc sửa valid_from.`);
    }
  }
  const named = [
    ...(row.parent_code ? [['parent_code', row.parent_code] as const] : []),
    ...successorCodes(row).map((code) => ['successor_code', code] as const),
  ];
  for (const [path, code] of named) {
    if (code === row.code) fault(path, 'Không thể trỏ tới chính cơ quan này.');
    else if (!codes.has(code)) fault(path, `Không có cơ quan mã ${code} trong tệp hoặc danh bạ.`);
  }
  const to = row.valid_to === undefined ? before?.valid_to : row.valid_to;
  if (from && to && to < from)
    fault('valid_to', 'Ngày hết hiệu lực trước ngày bắt đầu. Sửa một trong hai ngày.');
  if (named.some(([path]) => path === 'successor_code') && !to) {
    fault('valid_to', 'Cơ quan có nơi kế thừa thì phải có ngày hết hiệu lực.');
  }
  const area = row.area && areas.get(nameKey(row.area));
  if (row.area && !area) {
    fault('area', `Không có khu vực “${row.area}”. Lập khu vực ấy trong Danh bạ trước.`);
  }
  if (area && area.validTo !== null && before?.area !== area.name) {
    const when = shortDate(area.validTo);
    fault('area', `Khu vực “${area.name}” kết thúc hết ngày ${when}. Mở lại khu vực ấy trước.`);
  }
  for (const [column, scheme] of IDENTIFIER_COLUMNS) {
    const wrong = row[column] && faultOf(scheme, row[column], row.identifier_from ?? from ?? '');
    if (wrong) fault(column, wrong);
  }
  for (const column of ['area_from', 'identifier_from'] as const) {
    if (from && row[column] && row[column] < from) {
      fault(column, 'Ngày này trước ngày bắt đầu của cơ quan. Sửa một trong hai ngày.');
    }
  }
  return faults;
}
