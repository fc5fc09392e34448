import { z } from 'zod';
import { line, optional, text } from '../../../platform/web/schema.ts';
import { RECALL_ANSWERS } from './recall-answer.entity.ts';
import { REPORTED_METHODS } from '../../delivery/answer-methods.ts';

export const RecallDispatch = z
  .object({
    reason: text(2000).meta({ description: 'Vì sao thu hồi; nơi nhận đọc được' }),
    basis: line(500).meta({
      description: 'Căn cứ: văn bản hoặc ý kiến của người có thẩm quyền',
      example: 'Ý kiến của Giám đốc Sở ngày 24/11/2026',
    }),
    recipientId: optional(z.uuid()).meta({
      description: 'Chỉ thu hồi ở nơi nhận này; bỏ trống là mọi nơi nhận',
    }),
  })
  .meta({ id: 'RecallDispatch' });
export type RecallDispatch = z.infer<typeof RecallDispatch>;

const Said = z.object({
  answer: z.enum(RECALL_ANSWERS, { error: 'Chọn một câu trả lời.' }).meta({
    description: 'agreed: đồng ý (15), refused: từ chối (16), removed: đã xóa tệp',
  }),
  /** With `agreed`: the file is gone already. */
  isRemoved: z.union([z.boolean(), z.stringbool()]).default(false),
  name: line(100).meta({ example: 'Nguyễn Văn An' }),
  post: line(150).meta({ example: 'Văn thư' }),
  note: optional(text(2000)).meta({ description: 'Lý do, khi từ chối' }),
});

const withReason = {
  check: ({ answer, note }: { answer: string; note?: string | undefined }) =>
    answer !== 'refused' || note !== undefined,
  fault: { path: ['note'], message: 'Ghi lý do chưa đồng ý thu hồi.' },
};

export const AnswerRecall = Said.refine(withReason.check, withReason.fault).meta({
  id: 'AnswerRecall',
});
export type AnswerRecall = z.infer<typeof AnswerRecall>;

/** The clerk writes down what was told. */
export const EnterRecallAnswer = Said.extend({
  how: z.enum(REPORTED_METHODS, { error: 'Chọn điện thoại hoặc bản giấy.' }),
}).refine(withReason.check, withReason.fault);
export type EnterRecallAnswer = z.infer<typeof EnterRecallAnswer>;

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

/** `underWay` is still being sent; each of the others is counted once, so they add up to `total`. */
export const RecallCounts = z.object({
  total: z.int(),
  underWay: z.int(),
  cancelled: z.int(),
  unanswered: z.int(),
  agreed: z.int(),
  removed: z.int(),
  refused: z.int(),
});
export type RecallCounts = z.infer<typeof RecallCounts>;

export const RecallView = z
  .object({
    recalls: z.array(
      z.object({
        id: z.uuid(),
        isWhole: z.boolean(),
        reason: z.string(),
        basis: z.string(),
        recalledAt: moment,
        recalledBy: z.string(),
      }),
    ),
    counts: RecallCounts,
  })
  .meta({ id: 'Recalls' });
export type RecallFactsOfDispatch = z.input<typeof RecallView>;

export const RecallAnswerView = z
  .object({
    recipient: z.string(),
    status: z.union([z.literal(13), z.literal(15), z.literal(16)]),
    isRemoved: z.boolean(),
  })
  .meta({ id: 'RecallAnswer' });
