import { z } from 'zod';
import { CHECK_CODES, NUMBERINGS } from '../../accounts/office.entity.ts';
import { isBlank, line } from '../../../platform/web/schema.ts';

const orInherited = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable().default(null));

const address = z
  .string()
  .trim()
  .max(254, 'Dài quá 254 ký tự.')
  .pipe(z.email('Ghi địa chỉ thư đúng dạng, ví dụ van-thu@so.gov.vn.'));

/** What is left out, or empty, is as the installation has it. */
export const SetOffice = z
  .object({
    senderName: orInherited(line(100)).meta({
      description: 'Tên người gửi của thư; bỏ trống: tên cơ quan',
    }),
    senderAddress: orInherited(address).meta({
      description: 'Địa chỉ người gửi của thư; bỏ trống: địa chỉ chung của hệ thống',
    }),
    numbering: orInherited(z.enum(NUMBERINGS)).meta({
      description: 'Lấy số khi phát hành hay trước khi ký; bỏ trống: theo hệ thống',
    }),
    checkCode: orInherited(z.enum(CHECK_CODES)).meta({
      description: 'In mã QR tra cứu ở chân trang đầu; bỏ trống: theo hệ thống',
    }),
  })
  .meta({ id: 'SetOffice' });
export type SetOffice = z.infer<typeof SetOffice>;

const own = {
  senderName: z.string().nullable(),
  senderAddress: z.string().nullable(),
  numbering: z.enum(NUMBERINGS).nullable(),
  checkCode: z.enum(CHECK_CODES).nullable(),
};

export const SettingsView = z
  .object({
    ...own,
    inForce: z.object({
      senderName: z.string(),
      senderAddress: z.string(),
      numbering: z.enum(NUMBERINGS),
      checkCode: z.enum(CHECK_CODES),
    }),
  })
  .meta({ id: 'OfficeSettings' });
export type SettingsView = z.infer<typeof SettingsView>;
