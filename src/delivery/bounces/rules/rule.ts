/** Whom or what a refusal is about. Only `recipient` speaks against the address. */
export const CAUSES = [
  'recipient',
  'mailbox-full',
  'too-large',
  'ourselves',
  'rate',
  'policy',
  'temporary',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What some words or a code mean, and where that is documented or was seen. */
export interface Rule {
  pattern: RegExp;
  cause: Cause;
  source: string;
}
