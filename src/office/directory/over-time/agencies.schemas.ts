import { z } from 'zod';
import { line, pageNumber } from '../../../platform/web/schema.ts';
import { AreaName, MOST_AREAS } from '../areas/areas.schemas.ts';
import { KindCode, MOST_KINDS } from '../kinds/kinds.schemas.ts';

const optionalLine = (max: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), line(max).optional());

/** One value of a form is a list of one. */
export const listed = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), schema);

/** What is written beside a file of changes; `rows` instead of one. */
export const Proposal = z.object({
  title: optionalLine(200),
  basis: optionalLine(300),
  rows: z.string().max(200_000).optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** The confirmation of exactly what was shown. */
export const Confirmation = z
  .object({
    seal: z.string().length(64),
    addKinds: listed(z.array(KindCode).max(MOST_KINDS, `Nhiều quá ${MOST_KINDS} loại.`)),
    addAreas: listed(z.array(AreaName).max(MOST_AREAS, `Nhiều quá ${MOST_AREAS} khu vực.`)),
  })
  .meta({
    id: 'Confirmation',
    description: 'addKinds, addAreas: mã loại mới, tên khu vực mới mà tệp cần và được thêm',
  });
export type Confirmation = z.infer<typeof Confirmation>;

const Effect = z.object({
  line: z.number().int(),
  code: z.string(),
  name: z.string(),
  effect: z.enum(['new', 'changed', 'ended', 'unchanged']),
  changes: z.array(
    z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
});

const DayCounts = z.array(
  z.object({
    name: z.string(),
    before: z.number().int(),
    after: z.number().int(),
    groupId: z.string().optional(),
  }),
);

export const Touched = z.object({
  /** Dispatches not issued yet with a line to an agency that ends or a group that becomes another. */
  drafts: z.array(z.object({ id: z.uuid(), abstract: z.string(), text: z.string() })),
  /** Issued dispatches that an ending agency has not acknowledged; its successors may. */
  open: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      symbol: z.string(),
      waiting: z.number().int(),
    }),
  ),
  /** Agencies that end with people whose accounts then open no inbox. */
  people: z.array(z.object({ id: z.uuid(), name: z.string(), accounts: z.number().int() })),
});
export type Touched = z.infer<typeof Touched>;

export const Review = z
  .object({
    id: z.uuid(),
    title: z.string(),
    basis: z.string().nullable(),
    notes: z.array(z.string()).meta({ description: 'Phần của tệp không đọc, hoặc đọc khác đi' }),
    /** Of what is shown; the confirmation repeats it. */
    seal: z.string(),
    newKinds: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .meta({ description: 'Loại mà tệp ghi và danh bạ chưa có; chỉ thêm khi được xác nhận' }),
    newAreas: z
      .array(z.string())
      .meta({ description: 'Khu vực mà tệp ghi và chưa có; chỉ thêm khi được xác nhận' }),
    effects: z.array(Effect),
    /** The last day before the first change, and the day of the last one. */
    days: z.object({ before: z.string(), after: z.string() }),
    kinds: DayCounts,
    groups: DayCounts,
    touched: Touched,
  })
  .meta({ id: 'DirectoryReview' });
export type Review = z.infer<typeof Review>;
export type DayCount = Review['kinds'][number];

export const Proposed = z.object({ id: z.uuid() }).meta({ id: 'ProposedChange' });

export const PageOf = z.object({
  page: pageNumber,
});
export type PageOf = z.infer<typeof PageOf>;
