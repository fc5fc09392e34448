import { z } from 'zod';
import { READINGS } from '../dispatch.entity.ts';

/** Accounts by id; a form sends the boxes that are ticked: none, one or many. */
const Readers = z
  .preprocess(
    (given) =>
      given !== null && typeof given === 'object'
        ? Object.values(given)
        : [given].filter((one) => one !== undefined && one !== null && one !== ''),
    z.array(z.uuid('Chọn người trong danh sách.')).max(200, 'Nhiều quá 200 người.'),
  )
  .meta({ description: 'Người được nêu tên để đọc, theo id tài khoản; chỉ khi hạn chế đọc' });

/** Of a draft, where leaving it out changes nothing. */
export const READING_FIELDS = {
  reading: z
    .preprocess(
      (given) => given || undefined,
      z.enum(READINGS, { error: 'Chọn ai được đọc.' }).optional(),
    )
    .meta({
      description: 'office cả cơ quan, restricted hạn chế đọc; bỏ trống thì giữ như đang có',
    }),
  readers: Readers,
};

export const SetReading = z
  .object({ reading: z.enum(READINGS, { error: 'Chọn ai được đọc.' }), readers: Readers })
  .meta({ id: 'SetReading' });
export type SetReading = z.infer<typeof SetReading>;

export const REASONS = ['drafter', 'signatory', 'unit', 'clerk', 'named'] as const;

const Person = z.object({ id: z.uuid(), fullName: z.string(), post: z.string() });

export const ReadingView = z
  .object({
    reading: z.enum(READINGS),
    unit: z.string().nullable().meta({ description: 'Đơn vị soạn thảo' }),
    readers: z
      .array(Person.extend({ because: z.enum(REASONS) }))
      .meta({ description: 'Khi hạn chế đọc: những người đọc được, và vì sao' }),
    formerReaders: z
      .array(
        Person.omit({ id: true }).extend({
          lastReadAt: z
            .date()
            .transform((at) => at.toISOString())
            .pipe(z.iso.datetime()),
        }),
      )
      .meta({ description: 'Đã đọc mà nay không thuộc những người đọc được' }),
    nameable: z.array(Person).meta({ description: 'Những người có thể nêu tên' }),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Reading' });
export type ReadingFacts = Omit<z.infer<typeof ReadingView>, 'formerReaders'> & {
  formerReaders: { fullName: string; post: string; lastReadAt: Date }[];
};
