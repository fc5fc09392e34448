/**
 * What can be said of a file or a signature, from best to worst (ETSI EN 319 102-1, 5.1.2: TOTAL-PASSED, INDETERMINATE,
 * TOTAL-FAILED). A whole is as good as the worst of its parts.
 */
export const VERDICTS = ['passed', 'indeterminate', 'failed'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function worstOf(verdicts: Iterable<Verdict>): Verdict {
  let worst = 0;
  for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
  return VERDICTS[worst]!;
}

/**
 * What became of the bytes a signature covers. Only `modified` says that they differ from what was signed; `invalid` is
 * a signature that proves nothing, `unknown` one that cannot be judged here.
 */
export const INTEGRITIES = ['intact', 'unknown', 'invalid', 'modified'] as const;
export type Integrity = (typeof INTEGRITIES)[number];

export function worstIntegrity(integrities: Iterable<Integrity>): Integrity {
  let worst = 0;
  for (const integrity of integrities) worst = Math.max(worst, INTEGRITIES.indexOf(integrity));
  return INTEGRITIES[worst]!;
}
