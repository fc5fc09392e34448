import { z } from 'zod';
import { line } from '../../platform/web/schema.ts';

/** `CNTT-VT`; what stands before it in a symbol is the office's own. */
export const UnitSymbol = line(30).pipe(
  z.string().regex(/^[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*$/u, 'Ghi như trong ký hiệu, ví dụ CNTT-VT.'),
);
