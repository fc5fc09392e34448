import { createRequire } from 'node:module';
import { join } from 'node:path';
import { COMPACTION_LADDER } from '../../../src/engines/page/layout/compaction.ts';
import { letter, paragraphs, prose } from './corpus/build.ts';
import { describeWith, run } from './outside-tool.ts';
import { LineCursor, readPrinted } from './printed-page.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

const comfortable = COMPACTION_LADDER[0]!;

describeWith(['mutool', 'pdffonts'], 'Pages', () => {
  const folder = scratchFolder();

  it('are set tighter to bring a lone signature back, and only then', async () => {
    let tightened = 0;
    let lone = 0;
    for (let sentences = 8; sentences < 40; sentences++) {
      const document = letter({ markdown: prose(sentences) });
      const { path, pages, spacing } = await renderTo(join(folder, 'ladder.pdf'), document);
      const { lines } = readPrinted(path);
      const authority = lines.find(({ text }) => text === 'GIÁM ĐỐC')!;
      const body = lines.filter(({ tag, size }) => tag === 'P' && size >= 13 && size < 14.1);
      const beside = body.filter(
        ({ page, baseline, x }) =>
          page === authority.page && baseline < authority.baseline && x < 150,
      );
      expect(authority.page).toBe(pages);
      expect(beside.length).toBeGreaterThanOrEqual(2);
      if (spacing !== comfortable) {
        tightened++;
        expect(pages === 1 || beside.length >= 5).toBe(true);
      }
      if (pages > 1 && beside.length < 5) lone++;
    }
    expect(tightened).toBeGreaterThan(2);
    // Between "just fits at the tightest" and "five lines are left" there is little room for a lone page.
    expect(lone).toBeLessThan(4);
  });

  it('repeat the head of a table as an artifact, once a page', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `| ${i + 1} | ${prose(1, i)} |`).join('\n');
    const markdown = `${prose(1)}\n\n| STT | Nội dung |\n|---|---|\n${rows}`;
    const { path, pages } = await renderTo(join(folder, 'table.pdf'), letter({ markdown }));
    const heads = readPrinted(path).lines.filter(({ text }) => text === 'Nội dung');
    expect(pages).toBeGreaterThan(4);
    expect(heads.map(({ page }) => page)).toEqual(heads.map((_, i) => i + 1));
    expect(heads.length).toBeGreaterThanOrEqual(pages - 1);
    expect(heads.map(({ tag }) => tag)).toEqual(['TH', ...heads.slice(1).map(() => 'Artifact')]);
  });

  it('never cut a row that fits, and cut one that is longer than a page', async () => {
    const markdown = `| STT | Nội dung |\n|---|---|\n| 1 | ${prose(120)} |\n| 2 | Hết |`;
    const { path, pages } = await renderTo(join(folder, 'row.pdf'), letter({ markdown }));
    expect(pages).toBeGreaterThan(2);
    const cursor = new LineCursor(readPrinted(path).lines.filter(({ tag }) => tag !== 'Artifact'));
    expect(cursor.take(prose(120)).length).toBeGreaterThan(60);
    cursor.take('Hết');
  });

  it('keep a heading with what it heads', async () => {
    for (let count = 3; count < 12; count++) {
      const markdown = `${prose(count * 2)}\n\n# I. TỔ CHỨC THỰC HIỆN\n\n${prose(12)}`;
      const { path } = await renderTo(join(folder, 'heading.pdf'), letter({ markdown }));
      const cursor = new LineCursor(
        readPrinted(path).lines.filter(({ tag }) => tag !== 'Artifact'),
      );
      const [heading] = cursor.take('I. TỔ CHỨC THỰC HIỆN');
      const [first] = cursor.take(`${prose(12).replace(/\.$/, '')}./.`);
      expect(first!.page).toBe(heading!.page);
    }
  });

  it('are set in the office’s own font files when it has them', async () => {
    const require = createRequire(import.meta.url);
    const italic =
      require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf');
    const fonts = { regular: italic, bold: italic, italic, boldItalic: italic };
    const { path } = await renderTo(join(folder, 'fonts.pdf'), letter(), { fonts });
    const names = run('pdffonts', path).split('\n').slice(2).filter(Boolean);
    for (const name of names) expect(name).toContain('Tinos-Italic');
  });

  it('stay the same whatever the time of day', async () => {
    const document = letter({ number: undefined, date: undefined, markdown: paragraphs(2) });
    const { pdf } = await renderTo(join(folder, 'now.pdf'), document);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const later = await renderTo(join(folder, 'later.pdf'), document);
    expect(later.pdf.equals(pdf)).toBe(true);
  });
});
