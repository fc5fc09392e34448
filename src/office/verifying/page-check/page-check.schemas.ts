import { z } from 'zod';

const PageFindingView = z
  .object({
    severity: z.enum(['error', 'warning', 'repaired']),
    rule: z.string(),
    clause: z.string().meta({ description: 'Điều khoản, ví dụ NĐ 30/2020, Phụ lục I, II.9.c' }),
    place: z.string(),
    page: z.number().int().optional(),
    quote: z.string().optional().meta({ description: 'Chữ in ở chỗ đó' }),
    message: z.string().meta({ description: 'Thấy gì trên trang' }),
    remedy: z.string().meta({ description: 'Quy định muốn gì' }),
    others: z.number().int().meta({ description: 'Số chỗ khác cũng như vậy' }),
  })
  .meta({ id: 'PageFinding' });

const ReadPartView = z
  .object({ label: z.string(), value: z.string(), page: z.number().int() })
  .meta({ id: 'ReadPart' });

export const PageCheckView = z
  .object({
    name: z.string(),
    pages: z.number().int(),
    notJudged: z
      .string()
      .optional()
      .meta({ description: 'Vì sao không kiểm tra; vắng mặt khi đã kiểm tra' }),
    read: z.array(ReadPartView).meta({ description: 'Những gì đọc được' }),
    findings: z.array(PageFindingView).meta({ description: 'Theo thứ tự điều khoản' }),
    unjudged: z.array(z.string()).meta({ description: 'Những gì chưa xét được' }),
  })
  .meta({ id: 'PageCheck' });
