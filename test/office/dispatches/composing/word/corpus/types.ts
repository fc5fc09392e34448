import { bold, cell, END, HEAD, p, r, table, TITLED_HEAD } from '../make-docx.ts';
import type { Case } from '../expected.ts';

const italic = (text: string) => p(r(text, '<w:i/>'));
const BASES =
  italic('Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;') +
  italic('Theo đề nghị của Chánh Văn phòng.');
const ARTICLES =
  p('Điều 1. Thành lập tổ công tác.') + p('Điều 2. Quyết định này có hiệu lực kể từ ngày ký.');
const DECISION = {
  type: 'quyet-dinh',
  abstract: 'Về việc thành lập tổ công tác',
  bases: ['Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014', 'Theo đề nghị của Chánh Văn phòng'],
  body: ['Điều 1. Thành lập tổ công tác.', 'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.'],
  copies: ['Như trên', 'Lưu: VT, VP'],
};
const decision = (name: string, top: string, enacting = bold('QUYẾT ĐỊNH:'), right = {}): Case => [
  `a decision: ${name}`,
  { body: TITLED_HEAD + top + BASES + enacting + ARTICLES + END },
  { ...DECISION, ...right },
];
const titled = (type: string, title: string, text: string, right: object): Case => [
  title,
  { body: TITLED_HEAD + bold(title) + text + END },
  { type, ...right },
];

export const TYPES: Case[] = [
  decision(
    'after form 1.2',
    bold('QUYẾT ĐỊNH') + bold('Về việc thành lập tổ công tác') + bold('GIÁM ĐỐC SỞ XÂY DỰNG'),
  ),
  [
    'a decision: every line between Căn cứ and the word that enacts is a basis',
    {
      body:
        TITLED_HEAD +
        bold('QUYẾT ĐỊNH') +
        bold('Về việc công nhận kết quả') +
        bold('HỘI ĐỒNG QUẢN LÝ QUỸ') +
        italic('Căn cứ Điều lệ Quỹ;') +
        italic('Theo Biên bản họp ngày 3 tháng 3 năm 2025;') +
        italic('Sau khi lấy ý kiến các ủy viên,') +
        bold('QUYẾT ĐỊNH:') +
        ARTICLES +
        END,
    },
    {
      type: 'quyet-dinh',
      abstract: 'Về việc công nhận kết quả',
      bases: [
        'Căn cứ Điều lệ Quỹ',
        'Theo Biên bản họp ngày 3 tháng 3 năm 2025',
        'Sau khi lấy ý kiến các ủy viên,',
      ],
      body: DECISION.body,
    },
  ],
  decision(
    'nothing in bold, a rule, the authority on two lines',
    p('QUYẾT ĐỊNH') +
      p('Về việc thành lập tổ công tác') +
      p('-------') +
      p('CHỦ TỊCH ỦY BAN NHÂN DÂN') +
      p('TỈNH THÁI BÌNH'),
  ),
  decision(
    'an abstract over two lines, capitals by look',
    bold('QUYẾT ĐỊNH') +
      bold('Về việc thành lập') +
      bold('tổ công tác') +
      p(r('Giám đốc Sở Xây dựng', '<w:caps/><w:b/>')),
  ),
  decision(
    'letters spaced, the second word without colon',
    bold('QUYẾT ĐỊNH') + bold('Về việc thành lập tổ công tác') + bold('GIÁM ĐỐC'),
    bold('Q U Y Ế T  Đ Ị N H :'),
  ),
  decision(
    'soft breaks in the title',
    bold('QUYẾT ĐỊNH\nVề việc thành lập tổ công tác').replace('\n', '') +
      bold('GIÁM ĐỐC SỞ XÂY DỰNG'),
    undefined,
    {},
  ),
  titled(
    'thong-bao',
    'THÔNG BÁO',
    bold('Về việc nghỉ lễ') +
      p('Sở thông báo nghỉ lễ từ ngày 30 tháng 4 năm 2024.') +
      p('Nơi nhận thông báo thực hiện.'),
    {
      abstract: 'Về việc nghỉ lễ',
      body: ['Sở thông báo nghỉ lễ từ ngày 30 tháng 4 năm 2024.', 'Nơi nhận thông báo thực hiện.'],
    },
  ),
  titled(
    'bao-cao',
    'BÁO CÁO',
    bold('Kết quả quý I') + p('Kính gửi: Ủy ban nhân dân tỉnh.') + p('I. KẾT QUẢ'),
    { abstract: 'Kết quả quý I', addressees: ['Ủy ban nhân dân tỉnh'], body: ['I. KẾT QUẢ'] },
  ),
  titled(
    'to-trinh',
    'TỜ TRÌNH',
    bold('Về việc phê duyệt đề án') +
      p('Kính gửi:') +
      p('- Ủy ban nhân dân tỉnh;') +
      p('- Sở Tài chính.') +
      BASES +
      p('Sở trình.'),
    {
      abstract: 'Về việc phê duyệt đề án',
      addressees: ['Ủy ban nhân dân tỉnh', 'Sở Tài chính'],
      bases: DECISION.bases,
      body: ['Sở trình.'],
    },
  ),
  titled('ke-hoach', 'KẾ HOẠCH', bold('Rà soát biển báo năm 2024') + BASES + p('I. MỤC ĐÍCH'), {
    abstract: 'Rà soát biển báo năm 2024',
    bases: DECISION.bases,
    body: ['I. MỤC ĐÍCH'],
  }),
  titled(
    'giay-moi',
    'GIẤY MỜI',
    bold('Về việc họp giao ban') +
      p('Sở Xây dựng trân trọng kính mời:') +
      p('- Ủy ban nhân dân xã A;') +
      p('- Công an xã B.') +
      p('1. Thời gian: 08 giờ 00, ngày 20 tháng 5 năm 2024.'),
    {
      abstract: 'Về việc họp giao ban',
      addressees: ['Ủy ban nhân dân xã A', 'Công an xã B'],
      body: ['1. Thời gian: 08 giờ 00, ngày 20 tháng 5 năm 2024.'],
    },
  ),
  titled(
    'cong-dien',
    'CÔNG ĐIỆN',
    bold('Về việc ứng phó bão') +
      p('GIÁM ĐỐC SỞ XÂY DỰNG điện:') +
      p('- Ủy ban nhân dân các xã;') +
      p('- Các phòng.') +
      p('Hồi 7 giờ, bão mạnh lên.'),
    {
      abstract: 'Về việc ứng phó bão',
      addressees: ['Ủy ban nhân dân các xã', 'Các phòng'],
      body: ['Hồi 7 giờ, bão mạnh lên.'],
    },
  ),
  [
    'a type that is not written here',
    { body: TITLED_HEAD + bold('HƯỚNG DẪN') + bold('Rà soát') + p('Một.') + END },
    {
      type: 'cong-van',
      body: ['**HƯỚNG DẪN**', '**Rà soát**', 'Một.'],
      says: ['Loại văn bản HƯỚNG DẪN'],
    },
  ],
  [
    'a công văn with bases',
    {
      body:
        HEAD +
        p('Kính gửi: Sở Nội vụ.') +
        p('Căn cứ Luật Xây dựng;') +
        p('Sở đề nghị.') +
        table([cell('Nơi nhận:', '- Như trên;', '- Lưu: VT.'), cell('GIÁM ĐỐC')]),
    },
    { type: 'cong-van', bases: [], body: ['Căn cứ Luật Xây dựng;', 'Sở đề nghị.'] },
  ],
];
