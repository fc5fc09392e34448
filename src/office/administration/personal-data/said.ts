import type { Holding } from './holding.ts';

/** What is said of a kind of data, without how it is looked up. */
export function saidOf(holding: Holding) {
  const { name, what, whose, purpose, basis, kept, ageing, erasure, keptWhen } = holding;
  return {
    ...{ name, what, purpose, basis, kept },
    whose: [...whose],
    period: ageing?.period ?? null,
    erasure: erasure.way,
    staysBecause: erasure.way === 'keep' ? erasure.why : (keptWhen?.why ?? null),
  };
}
