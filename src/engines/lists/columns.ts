import { folded } from '../../platform/text/name-key.ts';

/** What the columns of a directory are called, first by programs, then by people. */
const NAMES = {
  code: ['code', 'mã', 'mã số', 'mã cơ quan', 'mã đơn vị', 'mã định danh'],
  name: ['name', 'tên', 'tên cơ quan', 'tên đơn vị', 'cơ quan', 'đơn vị', 'họ và tên'],
  kind: ['kind', 'loại', 'loại cơ quan', 'loại đơn vị', 'loại hình'],
  parent_code: ['parent_code', 'mã cấp trên', 'mã cơ quan cấp trên', 'mã đơn vị cấp trên'],
  email: [
    'email',
    'e-mail',
    'mail',
    'thư điện tử',
    'địa chỉ thư',
    'địa chỉ thư điện tử',
    'hộp thư',
    'địa chỉ email',
  ],
  telephone: ['telephone', 'điện thoại', 'số điện thoại', 'sđt', 'số đt', 'tel', 'phone'],
  valid_from: ['valid_from', 'từ ngày', 'ngày bắt đầu', 'hiệu lực từ', 'hiệu lực từ ngày'],
  valid_to: ['valid_to', 'đến ngày', 'ngày kết thúc', 'hiệu lực đến', 'hiệu lực đến ngày'],
  successor_code: ['successor_code', 'mã kế thừa', 'mã cơ quan kế thừa', 'mã đơn vị kế thừa'],
  name_from: ['name_from', 'tên mới từ ngày', 'đổi tên từ ngày'],
  area: ['area', 'khu vực', 'địa bàn', 'tên khu vực'],
  area_from: ['area_from', 'khu vực từ ngày'],
  identifier: ['identifier', 'mã định danh điện tử', 'mã định danh mới', 'mã định danh QĐ 20'],
  old_identifier: ['old_identifier', 'mã định danh cũ', 'mã định danh dạng cũ'],
  unit_code: ['unit_code', 'mã đơn vị hành chính', 'mã hành chính', 'mã ĐVHC', 'mã xã'],
  identifier_from: ['identifier_from', 'mã định danh từ ngày', 'mã từ ngày'],
} as const;

export type Column = keyof typeof NAMES;

const key = (name: string) => folded(name).join('');

const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name): [string, Column] => [key(name), column as Column]),
  ),
);

/** The column of a name as people write it: `Loại (kind)`, `* Mã số:`, `SĐT`. */
export function columnOf(name: string): Column | undefined {
  const whole = COLUMNS.get(key(name));
  if (whole) return whole;
  const [, outside = '', inside = ''] =
    /^([^()[\]]*)[([]([^()[\]]*)[)\]]\W*$/u.exec(name.trim()) ?? [];
  const [one, other] = [outside, inside].map((part) => COLUMNS.get(key(part)));
  return one && other && one !== other ? undefined : (one ?? other);
}

/** What is to be said of a column that is not read. */
export function unknownColumn(name: string, place: string): string {
  const near = nearest(name);
  const told = name
    ? `Không đọc cột “${name.slice(0, 60)}”`
    : `Không đọc cột ${place} vì không có tên`;
  return near
    ? `${told}: có phải cột ${near} (${NAMES[near][1]})? Đổi tên cột rồi nhập lại.`
    : `${told}.`;
}

function nearest(name: string): Column | undefined {
  const given = key(name).slice(0, 40);
  if (given.length < 2) return undefined;
  const close = [...COLUMNS]
    .map(([known, column]) => ({ column, known, far: distance(given, known) }))
    .filter(
      ({ known, far }) =>
        far <= (known.length < 5 ? known.length - 3 : Math.max(2, Math.floor(known.length / 4))),
    )
    .toSorted((a, b) => a.far - b.far)[0];
  if (close) return close.column;
  const within = [...COLUMNS]
    .filter(([known]) => known.length >= 3 && given.includes(known))
    .toSorted(([a], [b]) => b.length - a.length)[0];
  return within?.[1];
}

/** How many letters must be put in, left out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of one.split('').entries()) {
    const next = [i + 1];
    for (const [j, wanted] of other.split('').entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
