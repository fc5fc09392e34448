import { z } from 'zod';

const revision = z.coerce.number().int().min(1).optional().catch(undefined);

/** Which two to compare; by default the newest with the one before. */
export const Compared = z.object({ from: revision, to: revision });
export type Compared = z.infer<typeof Compared>;
