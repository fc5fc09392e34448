import { z } from 'zod';
import { DispatchSummary } from '../dispatches/dispatch.schemas.ts';

export const IssueDispatch = z
  .object({
    withoutAddress: z
      .union([z.boolean(), z.stringbool()])
      .default(false)
      .meta({ description: 'Đã biết có nơi nhận chưa có địa chỉ thư, vẫn phát hành' }),
  })
  .default({ withoutAddress: false })
  .meta({ id: 'IssueDispatch' });
export type IssueDispatch = z.infer<typeof IssueDispatch>;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const RecordCopyView = z
  .object({
    state: z.enum(['none', 'waiting', 'archived']).meta({
      description: 'Không có, đang chờ dấu thời gian lưu trữ, hoặc đã có',
    }),
    attempts: z.int(),
    dueAt: moment.nullable().meta({ description: 'Lần thử tiếp theo' }),
    problem: z.string().nullable(),
    deliveredSha256: z.string().nullable().meta({ description: 'Tệp đã gửi tới mọi nơi nhận' }),
    fileSha256: z.string().nullable().meta({ description: 'Bản lưu, bắt đầu bằng tệp đã gửi' }),
    archivedAt: moment.nullable(),
  })
  .meta({ id: 'RecordCopy' });
export type RecordCopyView = z.input<typeof RecordCopyView>;

export const IssuedView = DispatchSummary.meta({ id: 'IssuedDispatch' });
