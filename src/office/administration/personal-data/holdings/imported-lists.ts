import { ofAgency, type Holding } from '../holding.ts';
import { addressed, dialled, digitsOf, otherNumbers } from '../holding-sql.ts';

const ERASED = `'(đã xóa)'`;

/** SQL: `cells`, every field of every line, and what it was and became when the change was applied. */
const CELLS = `(
  SELECT cell.key AS field, cell.value
  FROM jsonb_array_elements(held.rows) line, jsonb_each_text(line->'row') cell
  UNION ALL
  SELECT change->>'field', told
  FROM jsonb_array_elements(held.effects) effect, jsonb_array_elements(effect->'changes') change,
    unnest(ARRAY[change->>'from', change->>'to']) told
) cells`;

/** SQL: whether a field holds what is asked for. Codes, names and dates may look alike and never do. */
const tells = (field: string, value: string) =>
  `CASE ${field} WHEN 'email' THEN ${addressed(value)} WHEN 'telephone' THEN ${dialled(value)} END`;

/** SQL: the value of a field, as JSON, without what is asked for. */
const without = (field: string, json: string) => {
  const value = `(${json} #>> '{}')`;
  const others = `CASE ${field} WHEN 'telephone' THEN ${otherNumbers(value)} END`;
  return `CASE WHEN ${tells(field, value)} THEN to_jsonb(coalesce(${others}, ${ERASED}))
    ELSE ${json} END`;
};

/** SQL: a JSON array, each item of it made anew. */
const each = (array: string, item: string, made: string) =>
  `coalesce((SELECT jsonb_agg(${made} ORDER BY place)
    FROM jsonb_array_elements(${array}) WITH ORDINALITY listed (${item}, place)), ${array})`;

const ROW = `(SELECT jsonb_object_agg(key, ${without('key', 'value')}) FROM jsonb_each(line->'row'))`;
const CHANGE = `change || jsonb_build_object(
  'from', ${without(`change->>'field'`, `change->'from'`)},
  'to', ${without(`change->>'field'`, `change->'to'`)})`;

/** Fewer digits stand in any note, as the number of a line. */
const FEWEST_DIGITS = 8;

/** SQL: a note of what was not read quotes the file: an address where the name of a column should be. */
const QUOTES = {
  email: `position(lower(asked.email) IN lower(note)) > 0`,
  telephone: `length(asked.digits) >= ${FEWEST_DIGITS}
    AND position(asked.digits IN ${digitsOf('note')}) > 0`,
};

const found = (field: keyof typeof QUOTES, isIt: string) =>
  `(EXISTS (SELECT FROM ${CELLS} WHERE field = '${field}' AND ${isIt})
    OR EXISTS (SELECT FROM unnest(held.notes) note WHERE ${QUOTES[field]}))`;

/** What came in with files of addresses and numbers, and what it changed. */
export const IMPORTED_LISTS: Holding = {
  ...ofAgency,
  name: 'imported-lists',
  what: 'Thay đổi danh bạ đã nhập: dòng có địa chỉ, điện thoại',
  table: 'directory_changes',
  columns: ['rows', 'effects', 'notes'],
  office: 'held.office_id',
  at: 'held.proposed_at',
  shown: {
    Lúc: 'held.proposed_at',
    'Thay đổi': 'held.title',
    'Địa chỉ, số điện thoại': `(SELECT string_agg(DISTINCT value, ', ') FROM ${CELLS}
      WHERE ${tells('field', 'value')})`,
  },
  match: {
    email: found('email', addressed('value')),
    telephone: found('telephone', dialled('value')),
  },
  kept: 'Cùng lịch sử danh bạ',
  erasure: {
    way: 'replace',
    set: {
      rows: each('held.rows', 'line', `coalesce(jsonb_set(line, '{row}', ${ROW}), line)`),
      effects: each(
        'held.effects',
        'effect',
        `jsonb_set(effect, '{changes}', ${each(`effect->'changes'`, 'change', CHANGE)})`,
      ),
      notes: `ARRAY(SELECT CASE WHEN ${QUOTES.email} OR ${QUOTES.telephone} THEN ${ERASED} ELSE note END
        FROM unnest(held.notes) WITH ORDINALITY listed (note, place) ORDER BY place)`,
    },
  },
  keptWhen: {
    condition: 'held.applied_at IS NULL',
    why: 'Thay đổi còn chờ áp dụng. Áp dụng hoặc bỏ rồi xóa.',
  },
};
