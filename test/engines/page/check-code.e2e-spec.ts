import { join } from 'node:path';
import { comparePage } from '../../../src/engines/page/page-rules/compare-page.ts';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';
import { letter } from './corpus/build.ts';
import { describeWith, run } from './outside-tool.ts';
import { PdfObjects } from './pdf-objects.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';
import { readStructure } from './structure.ts';

const TOOLS = ['zbarimg', 'pdftoppm', 'qpdf', 'pdfinfo'];
const CODE = 'PyUE4E-JQdOaDAMF6CwzAfBFGCtcfUgKbhT1me';
const URL = `https://noinhan.sttt.thaibinh.gov.vn/verify/${CODE}`;

describeWith(TOOLS, 'The QR code on the page', () => {
  const folder = scratchFolder();
  const CASES: [string, Partial<OfficialDocument> & { markdown?: string }][] = [
    ['a short letter', {}],
    ['a letter with an address at its foot', { contact: ['Số 1 phố Lý Thường Kiệt', 'ĐT: 0227'] }],
    ['a letter of several pages', { markdown: `${'Một đoạn của văn bản. '.repeat(300)}./.` }],
    ['a decision', { type: 'quyet-dinh', legalBases: ['Luật Viễn thông'] }],
  ];

  it.each(CASES)(
    'is read from the print of %s, and the layout check has no complaint',
    async (name, changes) => {
      const path = join(folder, `${name}.pdf`);
      const plain = letter(changes);
      const document = { ...plain, checkUrl: URL };
      const rendered = await renderTo(path, document, { fields: true });
      for (const resolution of ['150', '300']) {
        const image = join(folder, 'page');
        run('pdftoppm', '-r', resolution, '-gray', '-png', '-singlefile', path, image);
        expect(run('zbarimg', '-q', '--raw', `${image}.png`).trim()).toBe(URL);
      }
      const without = await renderTo(join(folder, 'plain.pdf'), plain, { fields: true });
      expect(rendered.pages).toBe(without.pages);
      expect(await comparePage(document, rendered.pdf)).toEqual(
        await comparePage(plain, without.pdf),
      );
    },
  );

  it('is a figure with words for those who cannot see it, inside its box, last on its page', async () => {
    const path = join(folder, 'figure.pdf');
    await renderTo(path, letter({ checkUrl: URL }), { fields: true });
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    const [figure, ...others] = new PdfObjects(path).ofType('/S', '/Figure');
    expect(others).toEqual([]);
    expect(figure!['/Alt']).toBe('u:Mã QR dẫn tới trang kiểm tra văn bản');
    const [left, lower, right, upper] = (figure!['/A'] as { '/BBox': number[] })['/BBox'];
    expect(right! - left!).toBeCloseTo(upper! - lower!, 1);
    expect(readStructure(path).at(-1)).toMatchObject({ tag: 'Figure' });
  });
});
