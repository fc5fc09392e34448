import { z } from 'zod';
import { DAY_KINDS } from './national-days.ts';
import { line } from '../../platform/web/schema.ts';

export const Year = z.coerce.number().int().min(2000).max(2100);

const Day = z.object({
  date: z.iso.date(),
  kind: z.enum(DAY_KINDS).meta({ description: 'holiday: nghỉ; working: đi làm bù' }),
  name: line(100),
});

export const SettleYear = z
  .object({ days: z.array(Day).max(200, 'Nhiều quá 200 ngày.') })
  .meta({ id: 'SettleYear' });
export type SettleYear = z.infer<typeof SettleYear>;

export const CalendarView = z
  .object({
    year: z.int(),
    isSettled: z.boolean().meta({ description: 'false: ngày nghỉ chung của cả nước' }),
    days: z.array(Day),
  })
  .meta({ id: 'Calendar' });
