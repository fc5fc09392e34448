import { z } from 'zod';
import { code } from '../../../platform/text/letters.ts';
import { line, optional } from '../../../platform/web/schema.ts';

/** More than anybody looks through; groups, files and forms keep to it. */
export const MOST_KINDS = 100;

const day = z.iso.date('Ghi ngày theo dạng NĂM-THÁNG-NGÀY, ví dụ 2025-07-01.');

export const KindCode = z.string().max(30);

const WRITABLE = {
  name: line(50),
  validFrom: optional(day),
  /** The last day. */
  validTo: optional(day),
  /** The code of the kind it stands behind in lists; absent: where it is, or last. */
  after: optional(KindCode),
};

export const AddKind = z
  .object({ ...WRITABLE, code: optional(code(30)) })
  .meta({ id: 'AddKind', description: 'Không ghi mã thì lấy từ tên' });
export type AddKind = z.infer<typeof AddKind>;

export const ChangeKind = z
  .object({ ...WRITABLE, nameFrom: optional(day) })
  .meta({ id: 'ChangeKind', description: 'Không ghi nameFrom thì tên cũ coi như ghi sai' });
export type ChangeKind = z.infer<typeof ChangeKind>;

export const KindView = z
  .object({
    code: z.string(),
    name: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    agencies: z.int().meta({ description: 'Số cơ quan loại này còn hiệu lực hôm nay' }),
    formerNames: z.array(z.object({ name: z.string(), validTo: z.string() })),
    nextName: z.string().nullable().meta({ description: 'Tên sẽ dùng, khi ngày đổi chưa tới' }),
  })
  .meta({ id: 'AgencyKind' });
export type KindView = z.infer<typeof KindView>;

export const KindsView = z.array(KindView).meta({ id: 'AgencyKinds' });
export const KeptKind = z.object({ code: z.string() }).meta({ id: 'KeptKind' });
