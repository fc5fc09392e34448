import { readText } from '../read-rows.ts';

/** The groups of the sample directory, by the kinds they hold. */
export const GROUPS: Record<string, string[]> = {
  'Các cơ quan, đơn vị trên địa bàn tỉnh': [
    'party',
    'organisation',
    'department',
    'central',
    'district',
    'culture',
    'commune',
    'station',
  ],
  'Các ban Đảng, tổ chức chính trị, đoàn thể tỉnh': ['party', 'organisation'],
  'Các sở, ban, ngành tỉnh': ['department'],
  'Các cơ quan trung ương đóng trên địa bàn tỉnh': ['central'],
  'Ủy ban nhân dân các huyện, thành phố': ['district'],
  'Ủy ban nhân dân các xã, phường, thị trấn': ['commune'],
  'Phòng Văn hóa và Thông tin các huyện, thành phố': ['culture'],
  'Đài truyền thanh các xã, phường, thị trấn': ['station'],
  'Lãnh đạo Sở': ['person'],
};

/** Printed lines of the seed whose words are not the name of their group. */
const GROUP_OF_LINE: Record<string, string> = {
  'Phòng VH TT huyện, thành phố': 'Phòng Văn hóa và Thông tin các huyện, thành phố',
  'Đài truyền thanh truyền hình các xã phường thị trấn':
    'Đài truyền thanh các xã, phường, thị trấn',
};

/** The seed dispatch as the drafter would send it in; `dispatch.md` is the text as received. */
export function seedDraft(mandateId: string) {
  const paragraphs = readText('thai-binh/dispatch.md')
    .trim()
    .split(/\n\s*\n/);
  const at = (start: string) => paragraphs.findIndex((text) => text.trim().startsWith(start));
  const addressees = at('Kính gửi:');
  const copies = at('**Nơi nhận:**');
  const line = (text: string) => ({ text, to: GROUP_OF_LINE[text.replace(/[;.]$/, '')] });
  return {
    symbol: paragraphs[at('Số:')]!.replace(/^Số:\s*\//, ''),
    abstract: paragraphs[at('V/v')]!.replace(/^V\/v\s*/, ''),
    addressees: [line(paragraphs[addressees]!.replace(/^Kính gửi:\s*/, ''))],
    body: paragraphs.slice(addressees + 1, copies).join('\n\n'),
    copies: paragraphs[copies + 1]!.split('\n').map((text) =>
      line(text.replace(/^-\s*/, '').trim()),
    ),
    mandateId,
  };
}
