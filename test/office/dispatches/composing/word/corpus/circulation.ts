import { bold, cell, END, HEAD, ORDER, p, r, table, TO } from '../make-docx.ts';
import { lettered, type Case } from '../expected.ts';

const right = (circulation: string, more = {}) => ({ circulation, body: [ORDER], ...more });
const under = (name: string, mark: string, circulation: string, more = {}): Case => [
  name,
  { body: HEAD + mark + TO + p(ORDER) + END },
  right(circulation, more),
];
const box = (text: string) =>
  p(
    `<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
  );

export const CIRCULATION: Case[] = [
  under('XEM XONG TRẢ LẠI', bold('XEM XONG TRẢ LẠI'), 'return-after-reading'),
  under('LƯU HÀNH NỘI BỘ', bold('LƯU HÀNH NỘI BỘ'), 'internal'),
  under('in brackets', p('(LƯU HÀNH NỘI BỘ)'), 'internal'),
  under('in small letters', p(r('Lưu hành nội bộ', '<w:i/>')), 'internal'),
  under('capitals by look', p(r('xem xong trả lại', '<w:caps/>')), 'return-after-reading'),
  under('over a soft break', bold('XEM XONG\nTRẢ LẠI'), 'return-after-reading'),
  under('in a box of two lines', box(p('LƯU HÀNH') + p('NỘI BỘ')), 'internal'),
  under(
    'beside a mark of urgency',
    bold('KHẨN') + bold('XEM XONG TRẢ LẠI'),
    'return-after-reading',
    { urgency: 'urgent' },
  ),
  [
    'in the table of the letterhead',
    {
      body:
        table([
          cell('SỞ XÂY DỰNG', 'Số:      /SXD-VP', 'V/v rà soát biển báo', 'LƯU HÀNH NỘI BỘ'),
          cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'),
        ]) +
        TO +
        p(ORDER) +
        END,
    },
    right('internal', { abstract: 'rà soát biển báo' }),
  ],
  under('none', '', ''),
  lettered(
    'a line of the text is no mark',
    p(ORDER) + p('Tài liệu lưu hành nội bộ.') + p('NỘI BỘ'),
    [ORDER, 'Tài liệu lưu hành nội bộ.', 'NỘI BỘ'],
    {},
    { circulation: '' },
  ),
];
