import { body, copies, type WrongWords } from './words.ts';

/** Symbol, recipients and signer. */
export const WRONG_COMPONENTS: WrongWords[] = [
  ['another office', { symbol: 'STTTT-CĐS' }, 'symbol.own', 'Số, ký hiệu'],
  [
    'an office that only begins alike',
    { symbol: 'SKHCNMT-CĐS', ...copies() },
    'symbol.own',
    'Số, ký hiệu',
  ],
  [
    'spaces in the symbol',
    { symbol: 'SKHCN-CĐS VP', recipientLines: ['Như trên', 'Lưu: VT'] },
    'symbol.form',
    'Số, ký hiệu',
  ],
  [
    'small letters in the symbol',
    { symbol: 'SKHCN-cđs', recipientLines: ['Như trên', 'Lưu: VT'] },
    'symbol.capitals',
    'Số, ký hiệu',
  ],
  [
    'a plan without its abbreviation',
    { type: 'ke-hoach', symbol: 'SKHCN-CĐS' },
    'symbol.type',
    'Số, ký hiệu',
  ],

  [
    'no addressee',
    { addressees: [], recipientLines: ['Lãnh đạo Sở', 'Lưu: VT, CĐS'] },
    'component.required',
    'Kính gửi',
  ],
  ['no list of recipients', { recipientLines: [] }, 'component.required', 'Nơi nhận'],

  [
    'no archive line',
    { recipientLines: ['Như trên', 'Lãnh đạo Sở'] },
    'recipients.archive-last',
    'Nơi nhận, dòng 2',
  ],
  [
    'an archive line in the middle',
    { recipientLines: ['Như trên', 'Lưu: VT, CĐS', 'Lãnh đạo Sở'] },
    'recipients.archive-last',
    'Nơi nhận, dòng 3',
  ],
  [
    'an archive line without colon',
    { recipientLines: ['Như trên', 'Lưu VT, CĐS'] },
    'recipients.archive-form',
    'Nơi nhận, dòng 2',
  ],
  [
    'an archive line with another unit',
    { recipientLines: ['Như trên', 'Lưu: VT, CNTT'] },
    'abbreviation.archive-unit',
    'Nơi nhận, dòng 2',
  ],
  [
    'no "Như trên"',
    { recipientLines: ['Lãnh đạo Sở', 'Lưu: VT, CĐS'] },
    'recipients.as-above',
    'Nơi nhận, dòng 1',
  ],
  [
    'the same line twice',
    copies('Sở Nội vụ', 'Sở Nội vụ'),
    'recipients.duplicate',
    'Nơi nhận, dòng 3',
  ],
  ['an empty line', copies(';'), 'recipients.empty-line', 'Nơi nhận, dòng 2'],
  [
    'an addressee in Nơi nhận',
    copies('Ủy ban nhân dân các xã, phường'),
    'recipients.addressed-twice',
    'Nơi nhận, dòng 2',
  ],
  [
    'an agency that is asked but not addressed',
    body('Đề nghị Sở Tài chính phối hợp thực hiện.'),
    'recipients.named-in-body',
    'Nội dung, đoạn 2',
  ],
  [
    'one of two agencies not addressed',
    body('Đề nghị Ủy ban nhân dân các xã, phường, Công an tỉnh chỉ đạo tuyên truyền.'),
    'recipients.named-in-body',
    'Nội dung, đoạn 2',
  ],
  [
    'an abbreviation in two pieces',
    copies('Phòng VH TT huyện'),
    'abbreviation.split',
    'Nơi nhận, dòng 2',
  ],

  [
    'no space after KT.',
    { authority: ['KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
    'signature.authority-form',
    'Quyền hạn, chức vụ',
  ],
  [
    'no full stop after KT',
    { authority: ['KT GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
    'signature.authority-form',
    'Quyền hạn, chức vụ',
  ],
  [
    'KT. without the post of the signer',
    { authority: ['KT. GIÁM ĐỐC'] },
    'signature.authority-form',
    'Quyền hạn, chức vụ',
  ],
  [
    'KT. of somebody who is no deputy',
    { authority: ['KT. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'] },
    'signature.deputy',
    'Quyền hạn, chức vụ',
  ],
  [
    'a degree before the name',
    { signerName: 'TS. Trần Thị Minh Hạnh' },
    'signature.rank',
    'Họ tên người ký',
  ],
  [
    'a name in capitals',
    { signerName: 'TRẦN THỊ MINH HẠNH' },
    'signature.name-case',
    'Họ tên người ký',
  ],
  [
    'an authority in small letters',
    { authority: ['Giám đốc'] },
    'signature.capitals',
    'Quyền hạn, chức vụ',
  ],
];
