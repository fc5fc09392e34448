import { parseBody } from '../../../../src/engines/page/body.ts';
import { body, copies, type Changes } from './words.ts';

const KH = 'ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về chuyển đổi số';

/** What looks like a fault and is none. */
export const RIGHT_WORDS: [string, Changes][] = [
  ['a plain letter', {}],
  ['open number and date', { number: undefined, date: undefined }],
  ['the symbol of the office alone', { symbol: 'SKHCN', recipientLines: ['Như trên', 'Lưu: VT'] }],
  [
    'a plan',
    {
      type: 'ke-hoach',
      symbol: 'KH-SKHCN',
      addressees: [],
      recipientLines: ['Các phòng', 'Lưu: VT, CĐS'],
    },
  ],
  ['copies of the archive line', copies('Lãnh đạo Sở (để b/c)')],
  ['the number of archive copies', { recipientLines: ['Như trên', 'Lưu: VT, CĐS (2)'] }],
  ['an acting head', { authority: ['Q. GIÁM ĐỐC'] }],
  ['a collective body', { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }],
  ['a deputy minister', { authority: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'] }],
  [
    'an ellipsis after an enumeration',
    body('Các xã, phường, thị trấn... và các tổ chức, ... cùng dự.'),
  ],
  ['v.v.', body('Báo, đài, v.v... cùng đưa tin. V.v. là viết tắt.')],
  ['a masked telephone number', body('Số 0912.xxx.xxx và 09xxxxxx là giả mạo.')],
  [
    'blanks of a form',
    {
      annexes: [
        {
          title: 'Biểu mẫu',
          body: parseBody(
            'Tên đơn vị: ....................\n\n| STT | Số |\n|---|---|\n| 1 | … |\n\nNgười lập ___________/.',
          ),
        },
      ],
    },
  ],
  ['a web address', body('Xem tại https://hungyen.example/a,b;c/?q=1.2.Ba và thư a.B@c.example.')],
  [
    'a full reference, then a short one',
    body(
      `Thực hiện Kế hoạch số 45/KH-UBND ${KH}. Theo Kế hoạch số 45/KH-UBND, các đơn vị báo cáo.`,
    ),
  ],
  [
    'a decree and a resolution',
    body(
      'Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư; Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội về việc sắp xếp.',
    ),
  ],
  [
    'agencies that a group holds',
    {
      ...body(
        'Đề nghị Sở Tài chính, Công an tỉnh phối hợp; đề nghị UBND các xã, phường thực hiện.',
      ),
      ...copies('Các sở, ban, ngành tỉnh'),
    },
  ],
  [
    'people who are asked',
    body('Đề nghị người dân bình tĩnh; đề nghị ông Nam và các hộ gia đình phản ánh.'),
  ],
  [
    'words that only look like open oa, oe, uy',
    body('Hoàn thành kế hoạch quý III, quỹ khoán thuyết minh, quyết toán.'),
  ],
  [
    'names with capitals',
    body(
      'Thành phố Hồ Chí Minh, Thủ đô Hà Nội, Quận 1, Phường Điện Biên Phủ, Tỉnh ủy Hưng Yên, các Sở Tài chính và Sở Nội vụ, Quân đội nhân dân.',
    ),
  ],
  ['an abbreviation within a sentence', body('Đường Lê Lợi, TP. hồ sơ gửi về Sở.')],
];
