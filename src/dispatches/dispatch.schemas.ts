import { z } from 'zod';
import { line, text } from '../web/schema.ts';
import { URGENCIES } from './dispatch.entity.ts';
import { isClassified } from './secrecy.ts';

const blank = (value: unknown) =>
  value === undefined || (typeof value === 'string' && !value.trim());
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (blank(value) ? undefined : value), schema.optional());

const Line = z
  .object({
    text: line(250).meta({ description: 'Chữ in, không có gạch đầu dòng', example: 'Như trên' }),
    to: optional(line(250)).meta({
      description: 'Tên nhóm, tên hoặc mã cơ quan; bỏ trống khi chữ in đã là tên đó',
    }),
  })
  .meta({ id: 'Line' });

/** A form sends empty rows and, past some number of rows, an object with numeric keys. */
const lines = (max: number, none: string) =>
  z.preprocess(
    (rows) =>
      rows !== null && typeof rows === 'object'
        ? Object.values(rows).filter((row) => !(blank(row?.text) && blank(row?.to)))
        : (rows ?? []),
    z.array(Line).min(1, none).max(max, `Nhiều quá ${max} dòng.`),
  );

const Symbol = line(30).pipe(
  z
    .string()
    .regex(
      /^[\p{Lu}\d]+(?:-[\p{Lu}\d]+)+$/u,
      'Ký hiệu gồm chữ viết tắt in hoa nối bằng gạch ngang, ví dụ STTTT-CNTT-VT.',
    ),
);

export const DraftDispatch = z
  .object({
    abstract: line(500).meta({ description: 'Trích yếu, không có "V/v"' }),
    symbol: Symbol.meta({ description: 'Ký hiệu', example: 'STTTT-CNTT-VT' }),
    urgency: z.enum(URGENCIES).default('normal'),
    secrecy: z.string().max(50).optional().meta({ description: 'Phải để trống: xem docs' }),
    addressees: lines(20, 'Cần ít nhất một nơi ở Kính gửi.'),
    body: text(200_000).meta({ description: 'Nội dung, Markdown rút gọn' }),
    copies: lines(100, 'Cần ít nhất một dòng Nơi nhận.'),
    mandateId: optional(z.uuid('Chọn người ký trong danh sách.')),
    revision: optional(z.coerce.number().int()).meta({
      description: 'Khi sửa: lần lưu đã đọc; nếu người khác đã lưu sau đó thì bị từ chối',
    }),
  })
  .superRefine((draft, context) => {
    const lineTexts = [...draft.addressees, ...draft.copies].map((row) => row.text);
    if (isClassified(draft.secrecy, draft.abstract, draft.body, ...lineTexts)) {
      context.addIssue({
        code: 'custom',
        path: ['secrecy'],
        message:
          'Văn bản có độ mật không được đưa vào hệ thống này. Nội dung vừa nhập không được lưu; ' +
          'hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
      });
    }
  })
  .meta({ id: 'DraftDispatch' });
export type DraftDispatch = z.infer<typeof DraftDispatch>;

export const ReturnReason = z
  .object({ reason: text(2000).meta({ description: 'Lý do trả lại' }) })
  .meta({ id: 'ReturnReason' });

export const DispatchFilter = z
  .object({
    state: z
      .enum(['draft', 'submitted', 'returned', 'signed', 'issued'])
      .optional()
      .catch(undefined),
    q: z.string().trim().max(100).optional(),
    page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  })
  .meta({ id: 'DispatchFilter' });
export type DispatchFilter = z.infer<typeof DispatchFilter>;

const LineView = z.object({
  section: z.enum(['addressee', 'copy']),
  text: z.string(),
  target: z.enum(['group', 'agency', 'person', 'reference', 'archive']),
});

export const DispatchView = z
  .object({
    id: z.uuid(),
    state: z.enum(['draft', 'submitted', 'returned', 'signed', 'issued']),
    number: z.int().nullable(),
    symbol: z.string(),
    issuedOn: z.string().nullable(),
    abstract: z.string(),
    body: z.string(),
    urgency: z.enum(URGENCIES),
    mandateId: z.uuid().nullable(),
    revision: z.int(),
    lines: z.array(LineView),
  })
  .meta({ id: 'Dispatch' });

export const DispatchSummary = DispatchView.pick({
  id: true,
  state: true,
  number: true,
  symbol: true,
  issuedOn: true,
  abstract: true,
  urgency: true,
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
