import type { EntityManager } from 'typeorm';
import { folded } from '../../../platform/text/name-key.ts';
import { AgencyKind } from './agency-kind.entity.ts';
import type { NewKind } from './usual-kinds.ts';

/** Behind all there are, in this order. */
export async function addKinds(
  manager: EntityManager,
  officeId: string,
  kinds: NewKind[],
): Promise<void> {
  const last = await manager.maximum(AgencyKind, 'position', { officeId });
  await manager.insert(
    AgencyKind,
    kinds.map((kind, at) => ({ ...kind, officeId, position: (last ?? -1) + 1 + at })),
  );
}

/** A code out of a name that is not `taken`: `dang-uy-cap-xa`, `dang-uy-cap-xa-2`. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const base = folded(name).join('-').slice(0, 26).replace(/-$/, '') || 'loai';
  for (let count = 1; ; count += 1) {
    const code = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(code)) return code;
  }
}
