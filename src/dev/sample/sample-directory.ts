import { agencyRow } from './agency-row.ts';
import type { DirectoryRow, LocalBody, Place, Sample } from './sample.ts';
import { thaiBinh } from './thai-binh/sample.ts';

/** All agencies of a sample. */
export function sampleDirectory(sample: Sample = thaiBinh): DirectoryRow[] {
  const places = sample.places();
  const local = sample.bodies.flatMap((body) => places.map((place) => rowOf(sample, body, place)));
  return [...sample.agencies(), ...local];
}

/** A sample's directory with exactly `count` agencies: fewer communes, or made-up ones. */
export function scaledDirectory(count: number, sample: Sample = thaiBinh): DirectoryRow[] {
  const fixed = sample.agencies();
  const { bodies } = sample;
  const wanted = count - fixed.length;
  if (wanted < bodies.length) {
    const least = fixed.length + bodies.length;
    throw new RangeError(`Danh bạ mẫu có ít nhất ${least} cơ quan. Ghi số lớn hơn.`);
  }
  const known = sample.places();
  const places = Array.from(
    { length: Math.ceil(wanted / bodies.length) },
    (_, index): Place =>
      known[index] ?? { code: `9${String(index).padStart(5, '0')}`, name: `xã Mẫu ${index}` },
  );
  const local = places.flatMap((place) => bodies.map((body) => rowOf(sample, body, place)));
  return [...fixed, ...local.slice(0, wanted)];
}

function rowOf(sample: Sample, body: LocalBody, place: Place): DirectoryRow {
  const { prefix, kind, title, under, bearsUnitCode } = body;
  const { code, name, parent, area, unitCode } = place;
  const above = under === undefined ? parent : `${under}.${code}`;
  return {
    ...agencyRow(sample, `${prefix}.${code}`, kind, `${title} ${name}`, above),
    ...(area && { area }),
    ...(bearsUnitCode && unitCode && { unit_code: unitCode }),
  };
}

/** How many of these agencies the sample's draft goes to: what its lines name, by group or name. */
export function reachedBy(sample: Sample, directory: DirectoryRow[]): number {
  const { addressees, copies } = sample.draft('');
  const named = [...addressees, ...copies].map(({ text, to }) => to ?? text.replace(/[;.]$/, ''));
  const kinds = new Set(named.flatMap((name) => sample.file.groups[name] ?? []));
  return directory.filter(({ name, kind }) => kinds.has(kind) || named.includes(name)).length;
}

const COLUMNS = [
  ...(['code', 'name', 'kind', 'parent_code', 'email', 'valid_from'] as const),
  ...(['area', 'unit_code'] as const),
];

/** The same rows as an import file. */
export function toCsv(rows: DirectoryRow[]): string {
  const cell = (value = '') => `"${value.replaceAll('"', '""')}"`;
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column] !== undefined));
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return [columns.join(','), ...lines].join('\n');
}
