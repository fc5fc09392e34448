import { count } from '../../platform/text/words.ts';
import { shortDate } from '../../platform/time/vietnam-time.ts';
import type { RegisterLine } from './register.schemas.ts';

export interface RegisterColumn {
  title: string;
  /** Share of the width of the page (book), and width in characters (spreadsheet). */
  share: number;
  width: number;
  align?: 'center' | 'right';
  value: (line: RegisterLine) => string | number | Date | null;
}

const day = (date: string | null) => (date ? new Date(`${date}T00:00:00Z`) : null);

/** The ten of Decree 30/2020/NĐ-CP, Annex IV, in its words and order. */
export const COLUMNS: RegisterColumn[] = [
  { title: 'Số, ký hiệu văn bản', share: 36, width: 24, value: ({ reference }) => reference },
  {
    title: 'Ngày tháng văn bản',
    share: 20,
    width: 12,
    align: 'center',
    value: ({ dated }) => day(dated),
  },
  {
    title: 'Tên loại và trích yếu nội dung văn bản',
    share: 56,
    width: 60,
    value: ({ subject }) => subject,
  },
  { title: 'Người ký', share: 26, width: 22, value: ({ signer }) => signer },
  { title: 'Nơi nhận văn bản', share: 46, width: 46, value: ({ sentTo }) => sentTo },
  { title: 'Đơn vị, người nhận bản lưu', share: 20, width: 18, value: ({ keptBy }) => keptBy },
  { title: 'Số lượng bản', share: 14, width: 10, align: 'right', value: ({ copies }) => copies },
  {
    title: 'Ngày chuyển',
    share: 20,
    width: 12,
    align: 'center',
    value: ({ sentOn }) => day(sentOn),
  },
  { title: 'Ký nhận', share: 21, width: 22, value: signedFor },
  { title: 'Ghi chú', share: 28, width: 40, value: ({ note }) => note },
];

/** Recipients sign for an electronic document by acknowledging it. */
function signedFor({ copies, acknowledged }: RegisterLine): string | null {
  if (copies === null) return null;
  return `${count(acknowledged)}/${count(copies)} nơi xác nhận điện tử`;
}

export const printed = (value: string | number | Date | null): string => {
  if (value === null) return '';
  if (value instanceof Date) return shortDate(value.toISOString().slice(0, 10));
  return typeof value === 'number' ? count(value) : value;
};
