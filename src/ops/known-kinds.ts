import type { NewKind } from '../office/directory/kinds/usual-kinds.ts';
import { closest } from '../platform/web/closest.ts';
import { InvalidInput } from '../platform/web/invalid-input.ts';

/** Refuses groups of kinds that the office does not have: such a group would have no member, ever. */
export function requireKnownKinds(groups: Record<string, string[]>, kinds: NewKind[]): void {
  const known = kinds.map(({ code }) => code);
  const open = kinds.filter(({ validTo }) => !validTo).map(({ code }) => code);
  const faults = Object.entries(groups).flatMap(([name, chosen]) =>
    chosen
      .filter((kind) => !known.includes(kind))
      .map((kind) => {
        const meant = closest(kind, known);
        const hint = meant ? `: có phải “${meant}”?` : `. Các loại: ${open.join(', ')}.`;
        return { path: `groups.${name}`, message: `Không có loại cơ quan “${kind}”${hint}` };
      }),
  );
  if (faults.length > 0) throw new InvalidInput(faults);
}
