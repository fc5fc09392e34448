import type { EntityManager } from 'typeorm';
import type { Effect, EffectKind } from '../importing/agency-plan.ts';

/** What a page shows of a change: how many rows do what, and the first of each sort. */
export interface ShownEffects {
  counts: Record<EffectKind, number>;
  /** None of those that change nothing. */
  first: Effect[];
}

/** Of each sort; whoever wants all of them has the file. */
const MOST = 200;

export function countEffects(effects: Effect[]): Record<EffectKind, number> {
  const counts = { new: 0, changed: 0, ended: 0, unchanged: 0 };
  for (const { effect } of effects) counts[effect] += 1;
  return counts;
}

export function shownEffects(effects: Effect[]): ShownEffects {
  const seen = { new: 0, changed: 0, ended: 0, unchanged: MOST };
  return {
    counts: countEffects(effects),
    first: effects.filter(({ effect }) => (seen[effect] += 1) <= MOST),
  };
}

/** The same of a change that was made; the database gives no more rows than are shown. */
export async function madeEffects(manager: EntityManager, id: string): Promise<ShownEffects> {
  const sorts = await manager.query<{ kind: EffectKind; count: number; first: Effect[] }[]>(
    `SELECT kind, count(*)::integer AS count,
            json_agg(effect ORDER BY place) FILTER (WHERE nth <= ${MOST}) AS first
     FROM (SELECT effect, effect->>'effect' AS kind, place,
                  row_number() OVER (PARTITION BY effect->>'effect' ORDER BY place) AS nth
           FROM directory_changes, jsonb_array_elements(effects) WITH ORDINALITY AS made (effect, place)
           WHERE id = $1) numbered
     GROUP BY kind`,
    [id],
  );
  const counts = Object.fromEntries(sorts.map(({ kind, count }) => [kind, count]));
  return {
    counts: { ...countEffects([]), ...counts },
    first: sorts.flatMap(({ first }) => first),
  };
}
