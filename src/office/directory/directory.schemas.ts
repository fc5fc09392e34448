import { z } from 'zod';
import { code } from '../../platform/text/letters.ts';
import { line, pageNumber } from '../../platform/web/schema.ts';
import { IdentifierCode } from './identifiers/identifiers.schemas.ts';

export const AgencyFilter = z
  .object({
    kind: z.string().max(30).optional(),
    q: z.string().trim().max(100).optional(),
    doubtful: z.stringbool().optional().catch(undefined),
    page: pageNumber,
  })
  .meta({ id: 'AgencyFilter' });
export type AgencyFilter = z.infer<typeof AgencyFilter>;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const AgencyView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    email: z.string().nullable(),
    telephone: z.string().nullable(),
    /** What a mail server said when it refused the address for good. */
    addressFailure: z.object({ words: z.string(), failedAt: moment }).nullable(),
  })
  .meta({ id: 'Agency' });

export const AgencyPage = z
  .object({ items: z.array(AgencyView), total: z.number().int() })
  .meta({ id: 'AgencyPage' });

export const GroupView = z
  .object({ id: z.uuid(), name: z.string(), kinds: z.array(z.string()) })
  .meta({ id: 'Group' });

export const ImportResult = z
  .object({
    created: z.number().int(),
    updated: z.number().int(),
    notes: z.array(z.string()).meta({ description: 'Phần của tệp không đọc, hoặc đọc khác đi' }),
  })
  .meta({ id: 'ImportResult' });

/** An empty cell says nothing, `-` is `null`: it takes away what is stored. */
const CELLS: Record<string, null | undefined> = { '': undefined, '-': null };
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (cell) => (typeof cell === 'string' && cell.trim() in CELLS ? CELLS[cell.trim()] : cell),
    schema.nullable().optional(),
  );

const day = z.iso.date('Ngày phải có dạng NĂM-THÁNG-NGÀY, ví dụ 2024-01-31.');

/** As people write it, or nothing: `0227 383 1234`, `+84 (227) 3831234`. */
export const telephone = z
  .string()
  .trim()
  .max(50)
  .regex(
    /^(?:\+?[ .()/-]*(?:\d[ .()/-]*){3,})?$/,
    'Số điện thoại chỉ gồm chữ số (ít nhất 3), dấu cách, +, ( ), ., -, /.',
  );

const splitCodes = (codes: string) => codes.split(/[|;]/).flatMap((one) => one.trim() || []);

/** One row of a file; a known agency keeps what its row leaves out. */
export const AgencyRow = z.object({
  code: code(50),
  name: optional(line(200)),
  kind: optional(line(50)),
  parent_code: optional(code(50)),
  email: optional(z.string().trim().max(100).pipe(z.email('Địa chỉ thư không đúng dạng.'))),
  telephone: optional(telephone),
  valid_from: optional(day),
  valid_to: optional(day),
  /** Several when it is split: `UBND.1|UBND.2`. */
  successor_code: optional(
    line(500).refine((codes) => splitCodes(codes).every((one) => code(50).safeParse(one).success), {
      error: 'Có mã không đúng. Ghi các mã cách nhau bằng dấu |, ví dụ UBND.1|UBND.2.',
    }),
  ),
  /** The new name counts from this day on, the old one until the day before; without it the old one was wrong. */
  name_from: optional(day),
  /** The name of an area; it counts from `area_from` on. */
  area: optional(line(100)),
  area_from: optional(day),
  /** Codes of other systems, each of its form (`identifiers/schemes.ts`); they count from `identifier_from` on. */
  identifier: optional(IdentifierCode),
  old_identifier: optional(IdentifierCode),
  unit_code: optional(IdentifierCode),
  identifier_from: optional(day),
});
export type AgencyRow = z.infer<typeof AgencyRow>;

/** The codes of those that carry on for a row's agency. */
export const successorCodes = ({ successor_code }: AgencyRow): string[] =>
  splitCodes(successor_code ?? '');
