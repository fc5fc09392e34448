import type { EntityManager } from 'typeorm';
import { shortDate, vietnamDate } from '../../platform/time/vietnam-time.ts';
import { InvalidInput, MOST_FAULTS, type FieldError } from '../../platform/web/invalid-input.ts';
import type { NumberedRow } from './agency-file.ts';
import { codeFor } from './kinds/add-kinds.ts';
import { AgencyKind, isOpenOn } from './kinds/agency-kind.entity.ts';
import { AgencyKindName } from './kinds/agency-kind-name.entity.ts';
import { MOST_KINDS } from './kinds/kinds.schemas.ts';
import type { NewKind } from './kinds/usual-kinds.ts';
import { successorCodes, type AgencyRow } from './directory.schemas.ts';
import { nameKey } from '../../platform/text/name-key.ts';

export type EffectKind = 'new' | 'changed' | 'ended' | 'unchanged';

/** What one row does to the directory. */
export interface Effect {
  line: number;
  code: string;
  name: string;
  effect: EffectKind;
  changes: { field: string; from: string | null; to: string | null }[];
}

type Stored = Record<keyof AgencyRow, string | null> & { code: string; name: string };

const FIELDS = [
  ...(['name', 'kind', 'parent_code', 'email', 'telephone', 'valid_from', 'valid_to'] as const),
  'successor_code' as const,
];

export interface Plan {
  /** With codes where the file may have had names of kinds. */
  rows: NumberedRow[];
  effects: Effect[];
  /** That the file names and the office does not know. */
  newKinds: NewKind[];
}

/**
 * What these rows would change, or `InvalidInput` with every fault by its line. A kind that nobody
 * knows is such a fault unless it `mayAddKinds`: whoever confirms the change adds it.
 */
export async function planOf(
  manager: EntityManager,
  officeId: string,
  given: NumberedRow[],
  mayAddKinds = false,
): Promise<Plan> {
  const kindOf = await knownKinds(manager, officeId);
  const newKinds = mayAddKinds ? unknownKinds(given, kindOf) : [];
  const rows = given.map(({ line, row }) => {
    const kind = row.kind && kindOf.get(nameKey(row.kind))?.code;
    return { line, row: kind ? { ...row, kind } : row };
  });
  const stored = new Map((await storedRows(manager, officeId)).map((row) => [row.code, row]));
  const codes = new Set([...stored.keys(), ...rows.map(({ row }) => row.code)]);
  const alike = new Map([...codes].toReversed().map((code) => [code.toLowerCase(), code]));
  const faults = rows.flatMap(({ line, row }) =>
    faultsOf(row, { before: stored.get(row.code), codes, alike, kindOf }).map(
      ({ path, message }) => ({
        path: `lines.${line}.${path}`,
        message,
      }),
    ),
  );
  if (faults.length > 0) throw new InvalidInput(faults.slice(0, MOST_FAULTS));
  const effects = rows.map(({ line, row }) => effectOf(line, row, stored.get(row.code)));
  return { rows, effects, newKinds };
}

/** By their codes and all their names, as `nameKey` writes them; the present ones count first. */
async function knownKinds(
  manager: EntityManager,
  officeId: string,
): Promise<Map<string, PlannedKind>> {
  const kinds = await manager.findBy(AgencyKind, { officeId });
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const former = await manager.findBy(AgencyKindName, { officeId });
  return new Map([
    ...former.map(({ kind, name }) => [nameKey(name), byCode.get(kind)!] as const),
    ...kinds.map((kind) => [nameKey(kind.name), kind] as const),
    ...kinds.map((kind) => [nameKey(kind.code), kind] as const),
  ]);
}

/** Each once, with a code of its own; from here on it is known. */
function unknownKinds(rows: NumberedRow[], kindOf: Map<string, PlannedKind>): NewKind[] {
  const codes = new Set([...kindOf.values()].map(({ code }) => code));
  const free = MOST_KINDS - codes.size;
  const added: NewKind[] = [];
  for (const { line, row } of rows) {
    if (!row.kind || kindOf.has(nameKey(row.kind))) continue;
    if (added.length >= free) {
      const message = `Danh bạ có nhiều nhất ${MOST_KINDS} loại, không thêm được “${row.kind}”. Dùng loại đã có.`;
      throw new InvalidInput([{ path: `lines.${line}.kind`, message }]);
    }
    const kind = { code: codeFor(row.kind, codes), name: row.kind, validFrom: null, validTo: null };
    codes.add(kind.code);
    added.push(kind);
    for (const name of [kind.name, kind.code]) kindOf.set(nameKey(name), kind);
  }
  return added;
}

type PlannedKind = Pick<AgencyKind, 'code' | 'name' | 'validFrom' | 'validTo'>;

interface Known {
  before: Stored | undefined;
  codes: Set<string>;
  /** One of the codes by its small letters: the first of those that differ in nothing else. */
  alike: Map<string, string>;
  /** By their codes and names. */
  kindOf: Map<string, PlannedKind>;
}

function faultsOf(row: AgencyRow, { before, codes, alike, kindOf }: Known): FieldError[] {
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
  return faults;
}

function effectOf(line: number, row: AgencyRow, before: Stored | undefined): Effect {
  const { code } = row;
  if (!before) {
    const changes = FIELDS.flatMap((field) => {
      const to = row[field] ?? null;
      return to === null ? [] : [{ field, from: null, to }];
    });
    return { line, code, name: row.name!, effect: 'new', changes };
  }
  const keeps = (field: keyof AgencyRow) =>
    row[field] === undefined || (row[field] === null && KEPT.has(field));
  const to = (field: keyof AgencyRow) =>
    field === 'successor_code' ? successorCodes(row).toSorted().join('|') || null : row[field]!;
  const changes = FIELDS.filter((field) => !keeps(field) && to(field) !== before[field]).map(
    (field) => ({ field, from: before[field], to: to(field) }),
  );
  const isEnded = changes.some(({ field, from, to: end }) => field === 'valid_to' && !from && end);
  const effect = isEnded ? 'ended' : changes.length > 0 ? 'changed' : 'unchanged';
  return { line, code, name: before.name, effect, changes };
}

/** Nothing takes these away. */
const KEPT = new Set<keyof AgencyRow>(['name', 'kind', 'valid_from']);

const storedRows = (manager: EntityManager, officeId: string): Promise<Stored[]> =>
  manager.query(
    `SELECT agency.code, agency.name, agency.kind, agency.email, agency.telephone, parent.code AS parent_code,
            agency.valid_from::text, agency.valid_to::text,
            (SELECT string_agg(next.code, '|' ORDER BY next.code COLLATE "C")
             FROM agency_successions JOIN agencies next ON next.id = successor_id
             WHERE predecessor_id = agency.id) AS successor_code
     FROM agencies agency LEFT JOIN agencies parent ON parent.id = agency.parent_id
     WHERE agency.office_id = $1`,
    [officeId],
  );
