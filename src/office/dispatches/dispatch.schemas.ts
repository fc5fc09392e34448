import { z } from 'zod';
import {
  isBlank,
  line,
  moment,
  optional,
  pageNumber,
  text,
  typedNumber,
} from '../../platform/web/schema.ts';
import {
  CIRCULATIONS,
  DISPATCH_STATES,
  READINGS,
  RELATIONS,
  URGENCIES,
} from './dispatch.entity.ts';
import { rulesOf, TYPE_CODES } from '../../engines/page/document-types.ts';
import { LINE_TARGETS, SECTIONS } from './recipient-line.entity.ts';
import { READING_FIELDS } from './reading/reading.schemas.ts';
import { PURPOSES } from './terms.ts';
import { classifiedToday, isClassified } from '../../engines/page/secrecy.ts';

const Line = z
  .object({
    text: line(250).meta({ description: 'Chữ in, không có gạch đầu dòng', example: 'Như trên' }),
    to: optional(line(250)).meta({
      description: 'Tên nhóm, tên hoặc mã cơ quan; bỏ trống khi chữ in đã là tên đó',
    }),
    purpose: optional(z.enum(PURPOSES, { error: 'Chọn một mục đích.' })).meta({
      description: 'act để thực hiện, know để biết, file để lưu',
    }),
    acknowledgeBy: optional(moment).meta({
      description: 'Hạn xác nhận riêng; bỏ trống thì theo hạn chung của văn bản',
    }),
    replyBy: optional(moment).meta({
      description: 'Hạn trả lời; bỏ trống thì không yêu cầu trả lời',
    }),
  })
  .meta({ id: 'Line' });

const Annex = z
  .object({ title: line(300), body: text(200_000) })
  .meta({ id: 'Annex', description: 'Phụ lục, in sau chữ ký' });

/** A form sends empty rows and, past some number of rows, an object with numeric keys. */
const filled = <S extends z.ZodType>(rows: S) =>
  z.preprocess(
    (given) =>
      given !== null && typeof given === 'object'
        ? Object.values(given).filter((row) => !Object.values(row ?? {}).every(isBlank))
        : (given ?? []),
    rows,
  );
const lines = (max: number) => filled(z.array(Line).max(max, `Nhiều quá ${max} dòng.`));

/** Text of one entry a line, or the entries. */
const Entries = z.preprocess(
  (given) =>
    typeof given === 'string'
      ? given.split('\n').filter((entry) => !isBlank(entry))
      : (given ?? []),
  z.array(line(1000)).max(50, 'Nhiều quá 50 căn cứ.'),
);

const Symbol = line(30).pipe(
  z
    .string()
    .regex(
      /^[\p{Lu}\d][\p{L}\d]*(?:-[\p{Lu}\d][\p{L}\d]*)+$/u,
      'Ký hiệu gồm các nhóm chữ viết tắt nối bằng gạch ngang, ví dụ STTTT-CNTT-VT hoặc TB-STTTT.',
    ),
);

/** Whom a draft is sent to; lenient where a draft is still being written. */
export const DraftLines = z
  .object({ addressees: lines(20), copies: lines(100) })
  .meta({ id: 'DraftLines' });
export type DraftLines = z.infer<typeof DraftLines>;

export const DraftDispatch = z
  .object({
    type: z.enum(TYPE_CODES).default('cong-van').meta({ description: 'Tên loại văn bản' }),
    abstract: line(500).meta({ description: 'Trích yếu, không có "V/v"' }),
    symbol: Symbol.meta({ description: 'Ký hiệu', example: 'STTTT-CNTT-VT' }),
    urgency: z.enum(URGENCIES).default('normal'),
    secrecy: z.string().max(50).optional().meta({ description: 'Phải để trống: xem docs' }),
    circulation: optional(z.enum(CIRCULATIONS)),
    addressees: lines(20),
    legalBases: Entries.meta({ description: 'Căn cứ ban hành, mỗi căn cứ một dòng' }),
    body: text(200_000).meta({ description: 'Nội dung, Markdown rút gọn' }),
    copies: lines(100).refine((rows) => rows.length > 0, 'Cần ít nhất một dòng Nơi nhận.'),
    annexes: filled(z.array(Annex).max(20, 'Nhiều quá 20 phụ lục.')),
    typistMark: optional(line(30)).meta({
      description: 'Ký hiệu người soạn thảo và số lượng bản',
      example: 'PL.(300)',
    }),
    mandateId: optional(z.uuid('Chọn người ký trong danh sách.')),
    ...READING_FIELDS,
    formerId: optional(z.uuid()).meta({
      description: 'Văn bản đã phát hành mà văn bản này thay thế hoặc đính chính; ghi khi soạn',
    }),
    relation: optional(z.enum(RELATIONS)).meta({
      description: 'replaces thay thế, corrects đính chính',
    }),
    revision: optional(typedNumber(z.number().int())).meta({
      description: 'Khi sửa: lần lưu đã đọc; nếu người khác đã lưu sau đó thì bị từ chối',
    }),
  })
  .superRefine((draft, context) => {
    if (draft.addressees.length === 0 && rulesOf(draft.type).addressed) {
      const message = 'Cần ít nhất một nơi ở Kính gửi.';
      context.addIssue({ code: 'custom', path: ['addressees'], message });
    }
    const { addressees, copies, annexes, legalBases } = draft;
    const texts = [
      ...[...addressees, ...copies].map((row) => row.text),
      ...annexes.flatMap(({ title, body }) => [title, body]),
      ...legalBases,
    ];
    if (isClassified(draft.secrecy, draft.abstract, draft.body, ...texts)) {
      context.addIssue({
        code: 'custom',
        path: ['secrecy'],
        message: classifiedToday(),
      });
    }
  })
  .meta({ id: 'DraftDispatch' });
export type DraftDispatch = z.infer<typeof DraftDispatch>;

/** The dispatch, or the template, that a new one begins as. */
export const Pattern = z.object({
  template: z.uuid().optional().catch(undefined),
  from: z.uuid().optional().catch(undefined),
  relation: z.enum(RELATIONS).optional().catch(undefined),
});
export type Pattern = z.infer<typeof Pattern>;

/** A draft that saves itself while it is being written says so. */
export const Saving = z
  .object({ automatic: z.stringbool().catch(false).default(false) })
  .meta({ id: 'Saving' });
export type Saving = z.infer<typeof Saving>;

export const ReturnReason = z
  .object({ reason: text(2000).meta({ description: 'Lý do trả lại' }) })
  .meta({ id: 'ReturnReason' });

export const DispatchFilter = z
  .object({
    state: z.enum(DISPATCH_STATES).optional().catch(undefined),
    q: z.string().trim().max(100).optional(),
    page: pageNumber,
  })
  .meta({ id: 'DispatchFilter' });
export type DispatchFilter = z.infer<typeof DispatchFilter>;

const instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const TermsView = z.object({
  purpose: z.enum(PURPOSES).nullable(),
  acknowledgeBy: instant.nullable(),
  replyBy: instant.nullable(),
});

const LineView = TermsView.extend({
  section: z.enum(SECTIONS),
  text: z.string(),
  target: z.enum(LINE_TARGETS),
});

export const DispatchView = z
  .object({
    id: z.uuid(),
    type: z.enum(TYPE_CODES),
    state: z.enum(DISPATCH_STATES),
    number: z.int().nullable(),
    symbol: z.string(),
    issuedOn: z.string().nullable(),
    abstract: z.string(),
    body: z.string(),
    urgency: z.enum(URGENCIES),
    circulation: z.enum(CIRCULATIONS).nullable(),
    reading: z.enum(READINGS).meta({ description: 'restricted: hạn chế đọc' }),
    legalBases: z.array(z.string()),
    typistMark: z.string().nullable(),
    mandateId: z.uuid().nullable(),
    formerId: z.uuid().nullable(),
    relation: z.enum(RELATIONS).nullable(),
    revision: z.int(),
    lines: z.array(LineView),
    annexes: z.array(z.object({ title: z.string(), body: z.string() })),
  })
  .meta({ id: 'Dispatch' });

export const DispatchSummary = DispatchView.pick({
  id: true,
  type: true,
  state: true,
  number: true,
  symbol: true,
  issuedOn: true,
  abstract: true,
  urgency: true,
  reading: true,
}).meta({ id: 'DispatchSummary' });

export const DispatchPage = z
  .object({ items: z.array(DispatchSummary), total: z.int() })
  .meta({ id: 'DispatchPage' });

export const PreflightView = z
  .object({
    recipients: z.int(),
    unreachable: z.array(z.object({ code: z.string(), name: z.string() })),
    findings: z.array(z.object({ severity: z.enum(['error', 'warning']), message: z.string() })),
  })
  .meta({ id: 'Preflight' });
