import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reference } from '../../../src/engines/signatures/pdf/objects.ts';
import { PdfFile } from '../../../src/engines/signatures/pdf/pdf-file.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWith, run } from '../page/outside-tool.ts';
import { pdfsig } from './judges.ts';
import {
  anOffice,
  archived,
  folderOfTests,
  type Office,
  sealed,
  signed,
  unsigned,
} from './office.ts';
import { page, SIGNATURE, signHole, writePdf } from './written-pdf.ts';

const LINEARISERS: [string, (from: string, to: string) => string[]][] = [
  ['qpdf', (from, to) => ['qpdf', '--linearize', '--object-streams=disable', from, to]],
  [
    'qpdf, object streams',
    (from, to) => ['qpdf', '--linearize', '--object-streams=generate', from, to],
  ],
  ['mutool', (from, to) => ['mutool', 'clean', '-l', from, to]],
];

describeWith(['qpdf', 'mutool', 'pdfsig'], 'A linearised file', () => {
  const folder = folderOfTests();
  let office: Office;
  beforeAll(async () => {
    office = await anOffice(folder);
  });
  const judge = (pdf: Buffer) => verifyDispatch(pdf, { trustedRoots: [office.authority.root] });
  const linearised = (pdf: Buffer, how: (from: string, to: string) => string[]) => {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
    writeFileSync(from, pdf);
    const [tool, ...words] = how(from, to);
    run(tool!, ...words);
    return readFileSync(to);
  };
  const saidByPoppler = (pdf: Buffer) => {
    const path = join(folder, 'signed.pdf');
    writeFileSync(path, pdf);
    return pdfsig(path).map(({ validation }) => validation);
  };
  const field = '<</Type /Annot /Subtype /Widget /FT /Sig /T (ky) /Rect [0 0 0 0] /V 5 0 R>>';
  const two = (signature = SIGNATURE) => {
    const [catalog, , first, ...others] = page([4], field, signature) as [string, string, string];
    const pages = '<</Type /Pages /Kids [3 0 R 6 0 R] /Count 2>>';
    return writePdf([catalog, pages, first, ...others, first], 'table');
  };

  it.each(LINEARISERS)(
    'by %s is signed and sealed like any other, and is genuine here and with others',
    async (_name, how) => {
      const pdf = linearised(await unsigned(), how);
      expect(new PdfFile(pdf).sections).toMatchObject([{ linearisation: {} }]);
      const whole = await archived(office, await sealed(office, await signed(office, pdf)));
      expect(whole.subarray(0, pdf.length).equals(pdf)).toBe(true);
      const { findings, isGenuine, level } = judge(whole);
      expect(findings.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
      expect({ isGenuine, level }).toEqual({ isGenuine: true, level: 'B-LTA' });
      const valid = 'Signature is Valid.';
      expect(saidByPoppler(whole).slice(0, 2)).toEqual([valid, valid]);
    },
  );

  it.each(LINEARISERS.slice(0, 2))(
    'by %s that is signed where it stands is passed, and a changed byte is told',
    async (_name, how) => {
      const pdf = await signHole(linearised(two(), how), office.person);
      expect(judge(pdf).signatures).toMatchObject([
        { field: 'ky', verdict: 'passed', integrity: 'intact', revision: 1, coversWholeFile: true },
      ]);
      expect(saidByPoppler(pdf)).toEqual(['Signature is Valid.']);
      const changed = Buffer.from(pdf);
      // In the words that only a reader over the web follows; they are covered all the same.
      changed.write('9', changed.indexOf('/E ') + 3, 'latin1');
      expect(judge(changed).signatures).toMatchObject([{ integrity: 'modified' }]);
    },
  );

  const changedWords = async (from: RegExp, to: (...words: string[]) => string) => {
    const pdf = linearised(two(), LINEARISERS[0]![1]).toString('latin1');
    const changed = pdf.replace(from, (...words: string[]) => {
      const made = to(...words);
      expect(made).toHaveLength(words[0]!.length);
      expect(made).not.toBe(words[0]);
      return made;
    });
    expect(changed).not.toBe(pdf);
    return judge(await signHole(Buffer.from(changed, 'latin1'), office.person));
  };
  const firstDigit = (words: string) => words.replace(/\d/, (digit) => (digit === '1' ? '2' : '1'));

  it.each([
    ['another main table', /\/T \d+/, 'bảng đối tượng chính'],
    ['other hints', /\/H \[ \d+/, 'bảng chỉ dẫn'],
  ])(
    'that names %s than it has cannot be judged, which is said in words',
    async (_what, words, why) => {
      const { verdict, sentence, findings } = await changedWords(words, firstDigit);
      expect({ verdict, codes: findings.map(({ code }) => code) }).toEqual({
        verdict: 'indeterminate',
        codes: ['unreadable'],
      });
      expect(sentence).toContain(why);
    },
  );

  it('that shows another page first than it has cannot be judged', async () => {
    const file = new PdfFile(linearised(two(), LINEARISERS[0]![1]));
    const kids = file.dictionaryAt(file.catalog.get('Pages')).get('Kids') as Reference[];
    const { verdict, sentence } = await changedWords(/\/O \d+/, ({ length }) =>
      `/O ${kids[1]!.number}`.padEnd(length),
    );
    expect(verdict).toBe('indeterminate');
    expect(sentence).toContain('trang đầu');
  });

  it('whose length is another is read like any other, since nobody follows what it says', async () => {
    const { signatures } = await changedWords(/\/L \d+/, firstDigit);
    expect(signatures).toMatchObject([{ verdict: 'passed', integrity: 'intact' }]);
  });

  it('that takes a later saving for its own cannot be judged', async () => {
    const whole = await signed(office, linearised(await unsigned(), LINEARISERS[0]![1]));
    const words = whole.toString('latin1');
    const changed = words.replace(/\/L \d+ */, ({ length }) =>
      `/L ${whole.length} `.padEnd(length),
    );
    expect(judge(Buffer.from(changed, 'latin1')).sentence).toContain('độ dài');
  });
});
