import { body, copies, type WrongWords } from './words.ts';

const KH = 'ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về chuyển đổi số';

/** Abstract, body and spelling. */
export const WRONG_WORDING: WrongWords[] = [
  [
    'an abstract of more than 80 characters',
    { abstract: 'tăng cường tuyên truyền '.repeat(4).trim() },
    'abstract.length',
    'Trích yếu',
  ],
  [
    'dots for a number',
    body('Thực hiện Kế hoạch đã ban hành, mã … của tỉnh.'),
    'wording.placeholder',
    'Nội dung, đoạn 2',
  ],
  [
    'dots for a date',
    body('Báo cáo trước ngày ... tháng 12.'),
    'wording.placeholder',
    'Nội dung, đoạn 2',
  ],
  [
    'a dotted line',
    body('Liên hệ ông Nam, điện thoại......... để được hướng dẫn.'),
    'wording.placeholder',
    'Nội dung, đoạn 2',
  ],
  ['an empty box', body('Có [ ] đơn vị tham gia.'), 'wording.placeholder', 'Nội dung, đoạn 2'],
  ['a hint in brackets', { abstract: 'họp [ghi nội dung]' }, 'wording.placeholder', 'Trích yếu'],
  ['xxx', copies('Sở xxx'), 'wording.placeholder', 'Nơi nhận, dòng 2'],
  ['dd/mm', body('Báo cáo trước dd/mm/yyyy.'), 'wording.placeholder', 'Nội dung, đoạn 2'],
  ['lorem', body('Lorem ipsum dolor.'), 'wording.placeholder', 'Nội dung, đoạn 2'],
  [
    'an omission in brackets',
    body('Trích: "điều kiện [...] được bảo đảm".'),
    'wording.possible-placeholder',
    'Nội dung, đoạn 2',
  ],
  [
    'the name of a format',
    body('Nhập ngày theo định dạng dd/mm/yyyy.'),
    'wording.possible-placeholder',
    'Nội dung, đoạn 2',
  ],
  ['the end mark twice', body('Đã xong./.'), 'text.end-mark-inside', 'Nội dung, đoạn 2'],

  [
    'a wrong abbreviation of a type',
    body(`Thực hiện Tờ trình số 12/TT-UBND ${KH}.`),
    'abbreviation.type',
    'Nội dung, đoạn 2',
  ],
  [
    'an abbreviation for a công văn',
    body(`Thực hiện Công văn số 12/CV-UBND ${KH}.`),
    'abbreviation.type',
    'Nội dung, đoạn 2',
  ],
  [
    'a shortened type',
    body('Thực hiện QĐ số 12 của Sở.'),
    'abbreviation.shortened-type',
    'Nội dung, đoạn 2',
  ],
  [
    'a first reference without date and issuer',
    body('Thực hiện Kế hoạch số 45/KH-UBND, các đơn vị báo cáo.'),
    'wording.first-reference',
    'Nội dung, đoạn 2',
  ],
  [
    'a date without zeros',
    body('Báo cáo trước ngày 5 tháng 3 năm 2026.'),
    'wording.date-form',
    'Nội dung, đoạn 2',
  ],
  [
    'a zero too many',
    body('Báo cáo trước ngày 05 tháng 03 năm 2026.'),
    'wording.date-form',
    'Nội dung, đoạn 2',
  ],
  [
    'a day that is not',
    body('Báo cáo trước ngày 31 tháng 4 năm 2026.'),
    'wording.date-real',
    'Nội dung, đoạn 2',
  ],
  [
    'the same with slashes',
    body('Báo cáo trước 30/02/2026.'),
    'wording.date-real',
    'Nội dung, đoạn 2',
  ],

  [
    'the tone on the second vowel',
    body('Nhân dân đồng lòng vì hoà bình và sức khoẻ.'),
    'wording.tone-placement',
    'Nội dung, đoạn 2',
  ],
  [
    '"Thành phố" among small letters',
    copies('Ủy ban nhân dân các huyện, Thành phố'),
    'capitals.common-noun',
    'Nơi nhận, dòng 2',
  ],
  [
    '"Tỉnh" before its name',
    body('Đại biểu của Tỉnh Thái Bình dự họp.'),
    'capitals.unit-name',
    'Nội dung, đoạn 2',
  ],
  ['"Ủy Ban Nhân Dân"', body('Theo Ủy Ban Nhân Dân tỉnh.'), 'capitals.agency', 'Nội dung, đoạn 2'],
  ['"Sở tài chính"', copies('Sở tài chính'), 'capitals.agency', 'Nơi nhận, dòng 2'],
  ['"sở Tài chính"', body('Theo đề xuất của sở Tài chính.'), 'capitals.agency', 'Nội dung, đoạn 2'],
  [
    '"điều 5"',
    body('Thực hiện theo điều 5 của Quy chế.'),
    'capitals.reference',
    'Nội dung, đoạn 2',
  ],
  [
    '"Khoản 2"',
    body('Thực hiện theo Khoản 2 của Điều này.'),
    'capitals.reference',
    'Nội dung, đoạn 2',
  ],
  ['"nhân dân" alone', body('Phục vụ nhân dân tốt hơn.'), 'capitals.people', 'Nội dung, đoạn 2'],
  [
    'a sentence with a small letter',
    body('Đã họp xong. các đơn vị thực hiện.'),
    'capitals.sentence',
    'Nội dung, đoạn 2',
  ],

  ['two spaces', body('Các  đơn vị thực hiện.'), 'typing.double-space', 'Nội dung, đoạn 2'],
  [
    'a space before a comma',
    body('Các cơ quan , đơn vị thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'no space after a comma',
    body('Các cơ quan,đơn vị thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'no space after a full stop',
    body('Đã họp xong.Các đơn vị thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'a space inside a bracket',
    body('Các đơn vị ( cấp tỉnh) thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'no commas in a row of bodies',
    copies('Đài truyền thanh các xã phường'),
    'typing.list-comma',
    'Nơi nhận, dòng 2',
  ],
];
