import type { EntityManager } from 'typeorm';
import { AgencyKind } from '../office/directory/agency-kind.entity.ts';
import { closest } from '../platform/web/closest.ts';
import { InvalidInput } from '../platform/web/invalid-input.ts';

/** Refuses groups of kinds that there are not: such a group would have no member, ever. */
export async function requireKnownKinds(
  manager: EntityManager,
  groups: Record<string, string[]>,
): Promise<void> {
  const kinds = await manager.find(AgencyKind);
  const known = kinds.map(({ code }) => code);
  const open = kinds.filter(({ validTo }) => validTo === null).map(({ code }) => code);
  const faults = Object.entries(groups).flatMap(([name, kinds]) =>
    kinds
      .filter((kind) => !known.includes(kind))
      .map((kind) => {
        const meant = closest(kind, known);
        const hint = meant ? `: có phải “${meant}”?` : `. Các loại: ${open.join(', ')}.`;
        return { path: `groups.${name}`, message: `Không có loại cơ quan “${kind}”${hint}` };
      }),
  );
  if (faults.length > 0) throw new InvalidInput(faults);
}
