import { sampleDirectory } from '../sample-directory.ts';
import type { DirectoryRow } from '../sample.ts';

/** A row of the reform: what begins on 1 July 2025, or what ends the day before and who carries on. */
type ReformRow = Partial<DirectoryRow> & {
  code: string;
  valid_to?: string;
  successor_code?: string;
};

const BEGINS = '2025-07-01';
const ENDS = '2025-06-30';
const NEW_COMMUNES = 65;

/**
 * The reform of 1 July 2025 for the sample office as one change: the province joins Hưng Yên, the
 * districts are dissolved, 260 communes become 65, each with one radio station. The figures are
 * those of the reform; which communes merge, and the new names and codes, are made up.
 */
export function sampleReform(): ReformRow[] {
  const directory = sampleDirectory();
  const of = (kind: string) => directory.filter((row) => row.kind === kind);
  const end = ({ code }: DirectoryRow, successor_code = ''): ReformRow => ({
    code,
    valid_to: ENDS,
    successor_code,
  });
  const bodies = directory.filter(({ code }) => code.startsWith('TB.'));
  const communes = of('commune').map((row, index, { length }) => ({
    row,
    place: Math.floor((index * NEW_COMMUNES) / length),
  }));
  const codeOf = (place: number) => `HY.${String(place + 1).padStart(3, '0')}`;
  const first = communes.filter(({ place }, at) => communes[at - 1]?.place !== place);
  return [
    ...bodies.map((row) => begin(inHungYen(row.code), row.kind, inHungYen(row.name))),
    ...first.map(({ row, place }) =>
      begin(`UBND.${codeOf(place)}`, 'commune', row.name.replace('thị trấn', 'xã')),
    ),
    ...first.map(({ row, place }) => {
      const name = row.name.replace('Ủy ban nhân dân', 'Đài truyền thanh');
      const parent = `UBND.${codeOf(place)}`;
      return begin(`DTT.${codeOf(place)}`, 'station', name.replace('thị trấn', 'xã'), parent);
    }),
    ...bodies.map((row) => end(row, inHungYen(row.code))),
    ...[...of('district'), ...of('culture')].map((row) => end(row)),
    ...communes.map(({ row, place }) => end(row, `UBND.${codeOf(place)}`)),
    ...communes.map(({ row, place }) =>
      end({ ...row, code: row.code.replace('UBND', 'DTT') }, `DTT.${codeOf(place)}`),
    ),
  ];
}

const inHungYen = (text: string) => text.replace('Thái Bình', 'Hưng Yên').replace(/^TB\./, 'HY.');

const begin = (code: string, kind: string, name: string, parent_code = ''): ReformRow => ({
  code,
  kind,
  name,
  parent_code,
  valid_from: BEGINS,
  email: `${code.toLowerCase().replaceAll('.', '-')}@hungyen.example`,
});

const REFORM_COLUMNS = [
  ...(['code', 'name', 'kind', 'parent_code', 'email', 'valid_from', 'valid_to'] as const),
  'successor_code' as const,
];

/** The file `reform-2025.csv`. */
export function reformCsv(): string {
  const cell = (value = '') => `"${value.replaceAll('"', '""')}"`;
  const lines = sampleReform().map((row) => REFORM_COLUMNS.map((column) => cell(row[column])));
  return [REFORM_COLUMNS, ...lines].map((cells) => cells.join(',')).join('\n') + '\n';
}
