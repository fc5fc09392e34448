import type { EntityManager } from 'typeorm';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { nameKey } from '../../../platform/text/name-key.ts';
import { Area } from '../areas/area.entity.ts';
import { MOST_AREAS } from '../areas/areas.schemas.ts';
import { codeFor } from '../kinds/add-kinds.ts';
import { AgencyKindName } from '../kinds/agency-kind-name.entity.ts';
import { AgencyKind } from '../kinds/agency-kind.entity.ts';
import { MOST_KINDS } from '../kinds/kinds.schemas.ts';
import type { NewKind } from '../kinds/usual-kinds.ts';
import type { NumberedRow } from './agency-file.ts';

export type PlannedArea = Pick<Area, 'name' | 'validTo'>;
export type PlannedKind = Pick<AgencyKind, 'code' | 'name' | 'validFrom' | 'validTo'>;

/** By their codes and all their names, as `nameKey` writes them; the present ones count first. */
export async function knownKinds(
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
export function unknownKinds(rows: NumberedRow[], kindOf: Map<string, PlannedKind>): NewKind[] {
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

/** Areas of the office by their names as `nameKey` writes them. */
export async function knownAreas(
  manager: EntityManager,
  officeId: string,
): Promise<Map<string, PlannedArea>> {
  const areas = await manager.findBy(Area, { officeId });
  return new Map(areas.map((area) => [nameKey(area.name), area]));
}

/** Each once; from here on it is known. */
export function unknownAreas(rows: NumberedRow[], areas: Map<string, PlannedArea>): string[] {
  const isOpen = ({ validTo }: PlannedArea) => validTo === null;
  const added: string[] = [];
  for (const { line, row } of rows) {
    if (!row.area || areas.has(nameKey(row.area))) continue;
    if ([...areas.values()].filter(isOpen).length >= MOST_AREAS) {
      const message = `Có nhiều nhất ${MOST_AREAS} khu vực, không thêm được “${row.area}”. Dùng khu vực đã có.`;
      throw new InvalidInput([{ path: `lines.${line}.area`, message }]);
    }
    added.push(row.area);
    areas.set(nameKey(row.area), { name: row.area, validTo: null });
  }
  return added;
}
