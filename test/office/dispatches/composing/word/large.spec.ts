import { ImportThread } from '../../../../../src/office/dispatches/drafting/importing/import-thread.ts';
import { cell, docx, letter, num, p, r, table } from './make-docx.ts';

const PARAGRAPHS = 4_200;
const font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>';
const order =
  r('Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở Xây dựng ', font) +
  r('đề nghị các đơn vị', `<w:b/>${font}`) +
  r(' rà soát biển báo, báo cáo kết quả về Sở trước ngày 30 tháng 6 theo mẫu gửi kèm.', font);
const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';

describe('a dispatch of two hundred pages', () => {
  const thread = new ImportThread();
  afterAll(() => thread.onApplicationShutdown());

  it('is read whole within the bounds of the thread', async () => {
    const rows = Array.from({ length: 800 }, (_, i) => [cell(`${i + 1}`), cell('Xã An Bình')]);
    const body = letter(p(order, num(1)).repeat(PARAGRAPHS), table(...rows));
    expect(Buffer.byteLength(body)).toBeGreaterThan(3_000_000);
    const { pieces } = await thread.read(await docx({ body, numbering }));
    const last = pieces.findLastIndex((piece) => 'markdown' in piece);
    expect(pieces[last]).toMatchObject({
      markdown: expect.stringMatching(new RegExp(`^${PARAGRAPHS}\\. Thực hiện`)),
    });
    expect(pieces[last + 1]).toMatchObject({ rows: { length: rows.length } });
  });
});
