import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../platform/process/package-root.ts';

/** One row of a directory import. */
export interface DirectoryRow {
  code: string;
  name: string;
  kind: string;
  parent_code: string;
  email: string;
  valid_from: string;
}

interface Unit {
  code: string;
  level: 'province' | 'district' | 'commune';
  name: string;
  parent_code: string;
}

const VALID_FROM = '2024-01-01';

const LEADERS = [
  { code: 'GD', name: 'Giám đốc Sở', email: 'giamdoc' },
  { code: 'PGD-VXT', name: 'Phó Giám đốc Vũ Xuân Thành', email: 'vuxuanthanh' },
  { code: 'PGD-2', name: 'Phó Giám đốc phụ trách chuyển đổi số', email: 'phogiamdoc2' },
  { code: 'CVP', name: 'Chánh Văn phòng Sở', email: 'chanhvanphong' },
];

function read<T>(name: string): T[] {
  const path = join(packageRoot, 'src/dev/sample', name);
  return parse(readFileSync(path), { bom: true, columns: true, skip_empty_lines: true }) as T[];
}

/** The administrative name in the middle of a sentence: `Huyện Vũ Thư` becomes `huyện Vũ Thư`. */
const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const row = (code: string, kind: string, name: string, parent = ''): DirectoryRow => ({
  code,
  kind,
  name,
  parent_code: parent,
  valid_from: VALID_FROM,
  email: `${code.toLowerCase().replaceAll('.', '-')}@thaibinh.example`,
});

/** The agencies of Thái Bình in 2024 as one office writes to them; addresses are made up. */
export function sampleDirectory(): DirectoryRow[] {
  const bodies = read<{ kind: string; name: string }>('thai-binh-provincial-bodies-2024.csv');
  const units = read<Unit>('thai-binh-administrative-units-2024.csv');
  const districts = units.filter(({ level }) => level === 'district');
  const communes = units.filter(({ level }) => level === 'commune');
  return [
    ...bodies.map(({ kind, name }, index) =>
      row(`TB.${String(index + 1).padStart(2, '0')}`, kind, name),
    ),
    ...districts.map(({ code, name }) =>
      row(`UBND.${code}`, 'district', `Ủy ban nhân dân ${inSentence(name)}`),
    ),
    ...districts.map(({ code, name }) =>
      row(
        `VHTT.${code}`,
        'culture',
        `Phòng Văn hóa và Thông tin ${inSentence(name)}`,
        `UBND.${code}`,
      ),
    ),
    ...communes.map(({ code, name, parent_code }) =>
      row(`UBND.${code}`, 'commune', `Ủy ban nhân dân ${inSentence(name)}`, `UBND.${parent_code}`),
    ),
    ...communes.map(({ code, name }) =>
      row(`DTT.${code}`, 'station', `Đài truyền thanh ${inSentence(name)}`, `UBND.${code}`),
    ),
    ...LEADERS.map(({ code, name, email }) => ({
      ...row(code, 'person', name),
      email: `${email}@stttt.thaibinh.example`,
    })),
  ];
}

/** The sample directory with exactly `count` agencies: fewer communes, or made-up ones. */
export function scaledDirectory(count: number): DirectoryRow[] {
  const sample = sampleDirectory();
  const isCommune = ({ kind }: DirectoryRow) => kind === 'commune' || kind === 'station';
  const fixed = sample.filter((entry) => !isCommune(entry));
  const wanted = count - fixed.length;
  if (wanted < 2)
    throw new RangeError(`Danh bạ mẫu có ít nhất ${fixed.length + 2} cơ quan. Ghi số lớn hơn.`);
  const places = Math.ceil(wanted / 2);
  const known = new Map(sample.filter(isCommune).map((entry) => [entry.code, entry]));
  const codes = [...known.keys()].filter((code) => code.startsWith('UBND.'));
  const communes = Array.from({ length: places }, (_, index): DirectoryRow[] => {
    const code = codes[index]?.slice('UBND.'.length) ?? `9${String(index).padStart(5, '0')}`;
    return [
      known.get(`UBND.${code}`) ??
        row(`UBND.${code}`, 'commune', `Ủy ban nhân dân xã Mẫu ${index}`),
      known.get(`DTT.${code}`) ??
        row(`DTT.${code}`, 'station', `Đài truyền thanh xã Mẫu ${index}`, `UBND.${code}`),
    ];
  });
  return [...fixed, ...communes.flat().slice(0, wanted)];
}

/** The same rows as an import file. */
export function toCsv(rows: DirectoryRow[]): string {
  const columns = ['code', 'name', 'kind', 'parent_code', 'email', 'valid_from'] as const;
  const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const lines = rows.map((entry) => columns.map((column) => cell(entry[column])).join(','));
  return [columns.join(','), ...lines].join('\n');
}
