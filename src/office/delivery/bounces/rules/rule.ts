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

/**
 * Matches Vietnamese as well as Postfix hands it on, one question mark for each byte that is not ASCII:
 * `t???n t???i` for “tồn tại”. The words must stand outside of character classes.
 */
export const orMasked = ({ source }: RegExp): RegExp =>
  new RegExp(
    source.replace(/[^\p{ASCII}]/gu, (letter) => `(?:${letter}|\\?{${Buffer.byteLength(letter)}})`),
    'iu',
  );
