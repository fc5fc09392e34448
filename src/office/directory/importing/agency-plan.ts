import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { nameKey } from '../../../platform/text/name-key.ts';
import { InvalidInput, MOST_FAULTS } from '../../../platform/web/invalid-input.ts';
import { successorCodes, type AgencyRow } from '../directory.schemas.ts';
import type { NewKind } from '../kinds/usual-kinds.ts';
import type { NumberedRow } from './agency-file.ts';
import { knownAreas, knownKinds, unknownAreas, unknownKinds } from './known-names.ts';
import { faultsOf } from './row-faults.ts';
import { takenIdentifiers } from './taken-identifiers.ts';
import { storedRows, type Stored } from './stored-rows.ts';

export type EffectKind = 'new' | 'changed' | 'ended' | 'unchanged';

/** What one row does to the directory. */
export interface Effect {
  line: number;
  code: string;
  name: string;
  effect: EffectKind;
  changes: { field: string; from: string | null; to: string | null }[];
}

const FIELDS = [
  ...(['name', 'kind', 'parent_code', 'email', 'telephone', 'valid_from', 'valid_to'] as const),
  ...(['successor_code', 'area', 'identifier', 'old_identifier', 'unit_code'] as const),
];

export interface Plan {
  /** With codes of kinds and names of areas as the office writes them. */
  rows: NumberedRow[];
  effects: Effect[];
  /** That the file names and the office does not know. */
  newKinds: NewKind[];
  newAreas: string[];
  stored: Map<string, Stored>;
  /** Of every code that the file has or names, also of agencies that begin with it. */
  ids: Map<string, string>;
}

/**
 * What these rows would change, or `InvalidInput` with every fault by its line. A kind or an area that
 * nobody knows is such a fault unless it `mayAdd`: whoever confirms the change adds it.
 */
export async function planOf(
  manager: EntityManager,
  officeId: string,
  given: NumberedRow[],
  mayAdd = false,
): Promise<Plan> {
  const kindOf = await knownKinds(manager, officeId);
  const areas = await knownAreas(manager, officeId);
  const newKinds = mayAdd ? unknownKinds(given, kindOf) : [];
  const newAreas = mayAdd ? unknownAreas(given, areas) : [];
  const rows = given.map(({ line, row }) => {
    const kind = row.kind && kindOf.get(nameKey(row.kind))?.code;
    const area = row.area && areas.get(nameKey(row.area))?.name;
    return { line, row: { ...row, ...(kind && { kind }), ...(area && { area }) } };
  });
  const stored = await storedRows(manager, officeId, rows);
  const codes = new Set([...stored.keys(), ...rows.map(({ row }) => row.code)]);
  const alike = new Map([...codes].toReversed().map((code) => [code.toLowerCase(), code]));
  const faults = rows.flatMap(({ line, row }) =>
    faultsOf(row, { before: stored.get(row.code), codes, alike, kindOf, areas }).map(
      ({ path, message }) => ({ path: `lines.${line}.${path}`, message }),
    ),
  );
  if (faults.length > 0) throw new InvalidInput(faults.slice(0, MOST_FAULTS));
  const taken = await takenIdentifiers(manager, officeId, rows, stored);
  if (taken.length > 0) throw new InvalidInput(taken.slice(0, MOST_FAULTS));
  const ids = new Map([...codes].map((code) => [code, stored.get(code)?.id ?? randomUUID()]));
  const effects = rows.map(({ line, row }) => effectOf(line, row, stored.get(row.code)));
  return { rows, effects, newKinds, newAreas, stored, ids };
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
