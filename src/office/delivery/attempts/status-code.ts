/** An enhanced status code among words; `5.1.1` within the IP address `203.5.1.1` is none. */
export const statusIn = (words: string): string | null =>
  /(?<![\w.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\w)/.exec(words)?.[0] ?? null;
