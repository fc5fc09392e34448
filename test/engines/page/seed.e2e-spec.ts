import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBody, plainText } from '../../../src/engines/page/body.ts';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';
import { describeWith, run } from './outside-tool.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

const parts = readFileSync('src/dev/sample/thai-binh/dispatch.md', 'utf8')
  .trim()
  .split(/\n\s*\n/)
  .map((part) => part.trim());
const heading = parts.indexOf('**Nơi nhận:**');
const markdown = parts.slice(4, heading);
const recipientLines = parts[heading + 1]!.split('\n');

const seed: OfficialDocument = {
  parentBody: 'ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH',
  issuingBody: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
  symbol: 'STTTT-CNTT-VT',
  place: 'Thái Bình',
  year: 2024,
  abstract: parts[2]!.replace('V/v ', ''),
  addressees: [parts[3]!.replace('Kính gửi: ', '')],
  body: parseBody(markdown.join('\n\n')),
  recipientLines,
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signerName: 'Vũ Xuân Thành',
};

describeWith(['pdftotext'], 'The dispatch that asked for all this', () => {
  const folder = scratchFolder();

  it.each<[string, Partial<OfficialDocument>]>([
    ['open', {}],
    ['numbered', { number: '412', date: '2024-03-05' }],
  ])('fits one page and reads word for word, %s', async (name, changes) => {
    const { path, pages } = await renderTo(join(folder, `${name}.pdf`), { ...seed, ...changes });
    expect(pages).toBe(1);
    const text = run('pdftotext', '-raw', path, '-').replace(/\s+/g, ' ');
    const paragraphs = markdown.map((paragraph) => plainText(paragraph).replace(/\s+/g, ' '));
    const spoken = [
      parts[2]!,
      parts[3]!,
      ...paragraphs,
      'Nơi nhận:',
      ...recipientLines.map((line) => line.replace('phường, thị trấn', 'phường, thị trấn;')),
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Vũ Xuân Thành',
    ];
    let from = 0;
    for (const words of spoken.map((part) => part.replace(/;;$/, ';'))) {
      const found = text.indexOf(words, from);
      expect(`${words}: ${found >= 0}`).toBe(`${words}: true`);
      from = found + words.length;
    }
  });

  it('prints number and date where they are known, and leaves white where not', async () => {
    const open = await renderTo(join(folder, 'a.pdf'), seed);
    expect(run('pdftotext', '-layout', open.path, '-')).toMatch(/Số: +\/STTTT-CNTT-VT/);
    const known = await renderTo(join(folder, 'b.pdf'), {
      ...seed,
      number: '5',
      date: '2024-03-05',
    });
    const text = run('pdftotext', '-layout', known.path, '-');
    expect(text).toContain('Số: 05/STTTT-CNTT-VT');
    expect(text).toContain('Thái Bình, ngày 05 tháng 3 năm 2024');
  });

  it('gets the semicolon that its writer forgot, and the renderer says so', async () => {
    const { repairs } = await renderTo(join(folder, 'c.pdf'), seed);
    expect(repairs).toEqual([
      expect.objectContaining({ code: 'closing-mark', place: 'Nơi nhận, dòng 6' }),
    ]);
  });
});
