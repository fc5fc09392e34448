/** SQL: the column holds one of these. For `@Check`, so that the words of an enumeration stand once. */
export const oneOf = (column: string, words: readonly string[]): string =>
  `${column} IN (${words.map((word) => `'${word}'`).join(', ')})`;

/** SQL: the array holds nothing but these. */
export const someOf = (column: string, words: readonly string[]): string =>
  `${column} <@ ARRAY[${words.map((word) => `'${word}'`).join(', ')}]`;
