import { z } from 'zod';
import { TermsView } from '../dispatches/dispatch.schemas.ts';

export const ReachView = z
  .object({
    recipients: z.int().meta({ description: 'Mỗi nơi tính một lần' }),
    unreachable: z.array(z.object({ code: z.string(), name: z.string() })),
    lines: z.array(
      TermsView.extend({
        section: z.enum(['addressee', 'copy']),
        text: z.string(),
        target: z.enum(['group', 'agency', 'person', 'reference', 'archive', 'unknown']),
        agencies: z.int(),
        again: z.int().meta({ description: 'Trong đó đã có ở một dòng trên' }),
      }),
    ),
  })
  .meta({ id: 'Reach' });
