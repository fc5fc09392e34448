import { z } from 'zod';

const LayoutFindingView = z
  .object({
    severity: z.enum(['error', 'warning', 'repaired']),
    rule: z.string(),
    clause: z.string(),
    place: z.string(),
    message: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'LayoutFinding' });

export const LayoutView = z.array(LayoutFindingView);
