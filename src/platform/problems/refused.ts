/** An act that a rule of the office refuses. */
export const refused = (sentence: string) => ({ status: 409, sentence }) as const;
