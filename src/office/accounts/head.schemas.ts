import { z } from 'zod';
import { isBlank, line } from '../../platform/web/schema.ts';

const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable().default(null));

/** Of the symbol the part before the first hyphen; `GDTrH` is one, too. */
export const Symbol = line(20).pipe(
  z
    .string()
    .regex(/^\p{Lu}[\p{L}\d]*$/u, 'Ghi chữ viết tắt liền nhau, không gạch nối, ví dụ STTTT.'),
);

/** A form has them in one text, a line each. */
const ContactLines = z.preprocess(
  (value) => {
    if (isBlank(value)) return [];
    return typeof value === 'string' ? value.split('\n').filter((each) => !isBlank(each)) : value;
  },
  z.array(line(200)).max(4, 'Nhiều quá 4 dòng.'),
);

/** What an office is called on its dispatches. */
export const HEAD_FIELDS = {
  name: line(200).meta({ description: 'Tên cơ quan', example: 'Sở Khoa học và Công nghệ' }),
  parentBody: orNull(line(200)).meta({ description: 'Cơ quan chủ quản, nếu in trên tên' }),
  place: line(50).meta({ description: 'Địa danh trước ngày tháng', example: 'Hưng Yên' }),
  contact: ContactLines.meta({
    description: 'Các dòng ở chân trang đầu: địa chỉ, điện thoại, thư điện tử',
  }),
  identifier: orNull(
    z
      .string()
      .trim()
      .regex(/^[A-Z]\d{2}(?:\.\d{1,3}){0,4}$/, 'Ghi như H54.15 hoặc H54.15.02.'),
  ).meta({ description: 'Mã định danh theo Quyết định 20/2020/QĐ-TTg (đã sửa đổi)' }),
  formerIdentifier: orNull(
    z
      .string()
      .trim()
      .regex(/^\d{3}(?:\.\d{2}){2}\.[A-Z]\d{2}$/, 'Ghi như 000.00.15.H54.'),
  ).meta({ description: 'Mã định danh cũ theo QCVN 102:2016' }),
};
