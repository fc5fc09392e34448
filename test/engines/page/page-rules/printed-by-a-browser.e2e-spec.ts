import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { checkPdf } from '../../../../src/engines/page/page-rules/check-pdf.ts';
import { openBrowser } from '../../../support/browser.ts';
import { describeWith, run } from '../outside-tool.ts';
import { inAnotherUnit } from './producers/in-another-unit.ts';
import { type Face, type Plan, planInHtml } from './producers/plan-in-html.ts';

const valuesOf = (read: { label: string; value: string }[]) =>
  Object.fromEntries(read.map(({ label, value }) => [label, value]));

const READ = {
  'Cơ quan chủ quản': 'UBND TỈNH HƯNG YÊN',
  'Cơ quan ban hành': 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
  Số: '77',
  'Ký hiệu': 'KH-SKHCN',
  'Loại văn bản': 'Kế hoạch',
  'Trích yếu': 'Tuyên truyền an toàn thông tin năm 2026',
  'Nơi nhận': '- Các phòng, đơn vị; - Lưu: VT, CĐS.',
  'Người ký': 'Nguyễn Văn An',
};

/** What the browser has; the other faces it draws itself, letter by letter. */
const FACES: [string, Face[]][] = [
  ['every face', ['regular', 'bold', 'italic', 'boldItalic']],
  ['no bold italic', ['regular', 'bold', 'italic']],
  ['no italic', ['regular', 'bold']],
  ['no bold', ['regular', 'italic']],
  ['the regular face alone', ['regular']],
];

describeWith(
  ['chromium', 'mutool', 'qpdf', 'fix-qdf', 'pdftocairo'],
  'A plan that a browser printed, as Google Docs does',
  () => {
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      browser = await openBrowser();
      folder = mkdtempSync(join(tmpdir(), 'noi-nhan-print-'));
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const printed = async (plan: Partial<Plan> = {}, scale = 1): Promise<Buffer> => {
      const file = join(folder, 'plan.html');
      writeFileSync(file, planInHtml(plan));
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      const pdf = await page.pdf({ preferCSSPageSize: true, scale });
      await page.close();
      return pdf;
    };
    const rewritten = (pdf: Buffer, tool: string, ...options: string[]): Buffer => {
      const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
      writeFileSync(from, pdf);
      run(tool, ...options, from, to);
      return readFileSync(to);
    };
    const found = async (pdf: Buffer) =>
      (await checkPdf(pdf)).findings.map(({ rule, place }) => [rule, place]);

    it.each(FACES)('is read whole, and nothing is claimed of it, with %s', async (_, faces) => {
      const pdf = await printed({ faces });
      const { read, findings } = await checkPdf(pdf);
      expect(findings).toEqual([]);
      expect(valuesOf(read)).toMatchObject(READ);
    });

    it('is so whatever program has written the file anew', async () => {
      const pdf = await printed({ faces: ['regular'] });
      const files = [
        rewritten(pdf, 'mutool', 'clean', '-gggg'),
        rewritten(pdf, 'qpdf', '--object-streams=generate'),
        rewritten(pdf, 'pdftocairo', '-pdf'),
        inAnotherUnit(pdf, folder),
      ];
      for (const file of files) {
        const { read, findings } = await checkPdf(file);
        expect(findings).toEqual([]);
        expect(valuesOf(read)).toMatchObject(READ);
      }
    });

    it.each(FACES)('has its faults named, with %s', async (_, faces) => {
      const wrong = { faces, ruleMm: 20, ending: '.', recipientsSize: 13 };
      expect(await found(await printed(wrong))).toEqual(
        expect.arrayContaining([
          ['component.rule-below', 'Trích yếu'],
          ['text.end-mark', expect.stringMatching(/^Nội dung/)],
          ['component.size', 'Nơi nhận, dòng 1'],
        ]),
      );
    });

    it('is too small on paper when it was printed at nine tenths, drawn letters as well', async () => {
      for (const [, faces] of [FACES[0]!, FACES.at(-1)!]) {
        const places = await found(await printed({ faces }, 0.9));
        expect(places).toContainEqual(['component.size', 'Tên loại văn bản']);
        expect(places).toContainEqual(['component.size', 'Số, ký hiệu']);
      }
    });

    it('in a family that is none of the decree is told so, and nothing else', async () => {
      const rules = (await found(await printed({ family: 'DejaVu Serif' }))).map(([rule]) => rule);
      expect(new Set(rules)).toEqual(new Set(['font.times']));
    });
  },
);
