/** In all SQL here `asked` is what is asked for (`Asked` in holding-queries.ts). */

/** SQL: the name in this column, and with the post where one was given. */
export const named = (name: string, post?: string): string => {
  const isNamed = `lower(${name}) = lower(asked.name)`;
  return post
    ? `(${isNamed} AND (asked.post IS NULL OR lower(${post}) = lower(asked.post)))`
    : isNamed;
};

/** SQL: whether this is the mail address asked for. */
export const addressed = (value: string): string => `lower(${value}) = lower(asked.email)`;

/** SQL: a telephone number without what people put between its digits, `+84` as the `0` it stands for. */
export const digitsOf = (value: string): string =>
  `regexp_replace(regexp_replace(${value}, '\\D', '', 'g'), '^(00)?840?(?=\\d{9,10}$)', '0')`;

/** SQL: whether this is the number asked for, or has it beside others: `0227 383 1234 / 0912 345 678`. */
export const dialled = (value: string): string =>
  `(${digitsOf(value)} = asked.digits OR EXISTS (SELECT FROM ${numbersIn(value)}
    WHERE ${digitsOf('number')} = asked.digits))`;

/** SQL: the numbers that stand beside the one asked for. */
export const otherNumbers = (value: string): string =>
  `CASE WHEN ${digitsOf(value)} <> asked.digits THEN (SELECT string_agg(btrim(number), ' / ')
    FROM ${numbersIn(value)} WHERE ${digitsOf('number')} <> asked.digits) END`;

const numbersIn = (value: string) => `regexp_split_to_table(${value}, '/| - ') number`;

/** SQL: of a dispatch that not everybody may read, for those who may. */
export const readable = (value: string, otherwise = 'NULL'): string =>
  `CASE WHEN may_read(dispatch.reading, dispatch.id, asked.reader) THEN ${value} ELSE ${otherwise} END`;

/** SQL: which dispatch; one kept to few is none that others can tell from the next. */
export const REFERENCE = readable(
  `concat_ws('/', dispatch.number, dispatch.symbol)`,
  `'một văn bản hạn chế đọc'`,
);

/** SQL: the words of a code. */
export const worded = (code: string, words: Record<string, string>, otherwise: string): string =>
  `coalesce('${JSON.stringify(words).replaceAll("'", "''")}'::jsonb ->> ${code}, '${otherwise}')`;
