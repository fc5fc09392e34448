import { z } from 'zod';
import { Counts, Replies } from './tracking.schemas.ts';

const Line = z.object({
  id: z.uuid(),
  number: z.int(),
  symbol: z.string(),
  type: z.string(),
  issuedOn: z.string(),
  abstract: z.string(),
  urgency: z.string(),
  counts: Counts,
  replies: Replies,
});

export const BoardView = z.array(Line).meta({ id: 'Board' });

const percentile = z.int().nullable().meta({ description: 'Phút' });

const Week = z.object({
  week: z.iso.date().meta({ description: 'Thứ Hai' }),
  dispatches: z.int(),
  total: z.int(),
  punctual: z.int().meta({ description: 'Xác nhận trong hạn' }),
  tardy: z.int().meta({ description: 'Xác nhận sau hạn' }),
  late: z.int().meta({ description: 'Quá hạn, chưa xác nhận' }),
  open: z.int().meta({ description: 'Chưa tới hạn, đã từ chối tiếp nhận hoặc đã rút' }),
  median: percentile,
  ninetieth: percentile,
  replies: z
    .object({
      total: z.int().meta({ description: 'Số lượt gửi cần trả lời' }),
      punctual: z.int().meta({ description: 'Trả lời trong hạn' }),
      tardy: z.int().meta({ description: 'Trả lời sau hạn' }),
      late: z.int().meta({ description: 'Quá hạn, chưa trả lời' }),
      open: z.int().meta({ description: 'Chưa tới hạn, đã từ chối tiếp nhận hoặc đã rút' }),
    })
    .meta({ description: 'Các câu trả lời mà văn bản của tuần ấy cần' }),
});
export type Week = z.infer<typeof Week>;

const PARTS = {
  name: z.string(),
  owed: z.int().meta({ description: 'Số lượt gửi đã tới hạn' }),
  late: z.int().meta({ description: 'Trong đó không xác nhận đúng hạn' }),
};

export const PunctualityView = z
  .object({
    weeks: z.array(Week).meta({ description: 'Theo tuần phát hành, 12 tuần gần nhất' }),
    median: percentile,
    ninetieth: percentile,
    agencies: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          kind: z.string(),
          owed: z.int().meta({ description: 'Số văn bản đã tới hạn' }),
          late: z.int().meta({ description: 'Trong đó không xác nhận đúng hạn' }),
        }),
      )
      .meta({ description: 'Cơ quan hay chậm nhất, theo hạn trong 12 tuần gần nhất' }),
    kinds: z
      .array(z.object({ kind: z.string(), ...PARTS }))
      .meta({ description: 'Theo loại cơ quan, hạn trong 12 tuần gần nhất' }),
    areas: z
      .array(z.object({ id: z.uuid(), ...PARTS }))
      .meta({ description: 'Theo khu vực hôm nay, hạn trong 12 tuần gần nhất' }),
    silent: z
      .array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), late: z.int() }))
      .meta({ description: 'Cơ quan còn nợ nhiều câu trả lời quá hạn nhất, hạn trong 12 tuần' }),
    urgent: z.array(Line).meta({ description: 'Văn bản khẩn phát hành tuần này' }),
  })
  .meta({ id: 'Punctuality' });
export type Punctuality = z.infer<typeof PunctualityView>;
