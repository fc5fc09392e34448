import { join } from 'node:path';
import { describeWith, run } from './outside-tool.ts';
import { seed } from './page-rules/seed-document.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

describeWith(['pdftotext'], 'The lines of an issuing body’s name', () => {
  const folder = scratchFolder();

  it.each([
    ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', ['SỞ VĂN HÓA,', 'THỂ THAO VÀ DU LỊCH']],
    ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']],
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', ['SỞ GIÁO DỤC VÀ ĐÀO TẠO']],
  ])('do not end within a word: %s', async (issuingBody, lines) => {
    const { path } = await renderTo(join(folder, 'name.pdf'), { ...seed, issuingBody });
    const text = run('pdftotext', '-raw', path, '-').split('\n');
    const first = text.findIndex((line) => line.trim() === lines[0]);
    expect(text.slice(first, first + lines.length).map((line) => line.trim())).toEqual(lines);
  });
});
