import { z } from 'zod';
import { TermsView } from '../dispatch.schemas.ts';
import { LINE_TARGETS, SECTIONS } from '../recipient-line.entity.ts';

export const ReachView = z
  .object({
    recipients: z.int().meta({ description: 'Mỗi nơi tính một lần' }),
    unreachable: z.array(z.object({ code: z.string(), name: z.string() })),
    lines: z.array(
      TermsView.extend({
        section: z.enum(SECTIONS),
        text: z.string(),
        target: z.enum([...LINE_TARGETS, 'unknown', 'ambiguous']),
        namesakes: z.array(z.string()).meta({ description: 'Các nơi cùng tên, ghi rõ từng nơi' }),
        agencies: z.int(),
        again: z.int().meta({ description: 'Trong đó đã có ở một dòng trên' }),
      }),
    ),
  })
  .meta({ id: 'Reach' });

export const NameQuery = z.object({ q: z.string().max(250).default('') }).meta({ id: 'NameQuery' });
export type NameQuery = z.infer<typeof NameQuery>;

export const KnownNames = z.array(
  z
    .object({
      name: z.string(),
      kind: z.enum(['group', 'agency']),
      agencies: z.int().meta({ description: 'Tới bao nhiêu nơi, tính đến hôm nay' }),
      unreachable: z.int().meta({ description: 'Trong đó chưa có địa chỉ thư' }),
    })
    .meta({ id: 'KnownName' }),
);
