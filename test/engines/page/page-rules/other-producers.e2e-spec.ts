import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPdf } from '../../../../src/engines/page/page-rules/check-pdf.ts';
import { describeWith, run } from '../outside-tool.ts';
import { drawn, LETTER } from './producers/drawn.ts';
import { exportedByLibreOffice } from './producers/libreoffice.ts';
import { typedInWord } from './producers/typed-in-word.ts';

const valuesOf = (read: { label: string; value: string }[]) =>
  Object.fromEntries(read.map(({ label, value }) => [label, value]));

const READ = {
  'Cơ quan chủ quản': 'UBND TỈNH HƯNG YÊN',
  'Cơ quan ban hành': 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
  Số: '128',
  'Ký hiệu': 'SKHCN-CĐS',
  'Địa danh': 'Hưng Yên',
  'Ngày ban hành': '09/3/2026',
  'Loại văn bản': 'Công văn',
  'Trích yếu': 'tăng cường tuyên truyền về an toàn thông tin trên không gian mạng',
  'Kính gửi': 'Ủy ban nhân dân các xã, phường',
  'Nơi nhận': '- Như trên; - Lãnh đạo Sở; - Lưu: VT, CĐS.',
  'Quyền hạn, chức vụ': 'KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC',
  'Người ký': 'Trần Thị Minh Hạnh',
};

describeWith(
  ['soffice', 'pdftoppm'],
  'A letter that was typed in Word and exported by LibreOffice',
  () => {
    let careful: Buffer;
    let careless: Buffer;
    let open: Buffer;
    let sans: Buffer;

    beforeAll(async () => {
      const files = await Promise.all([
        typedInWord(),
        typedInWord({
          bodySize: 12,
          numberText: 'Số: 5/SKHCN-CĐS',
          dateText: 'Hưng Yên, ngày 9 tháng 03 năm 2026',
          motto: 'Độc lập – Tự do – Hạnh phúc',
          isIssuerBold: false,
          hasIssuerRule: false,
          hasMottoRule: false,
          indent: 0,
          gap: 0,
          line: 240,
          left: 1134,
          recipients: ['- Như trên', '- Lãnh đạo Sở;', '- Lưu VT, CĐS'],
          authority: ['KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
          signer: 'TS. Trần Thị Minh Hạnh',
          ending: 'Trân trọng.',
          hasPageNumber: false,
          paragraphs: 14,
        }),
        typedInWord({
          numberText: 'Số:       /SKHCN-CĐS',
          dateText: 'Hưng Yên, ngày      tháng      năm 2026',
        }),
        typedInWord({ font: 'DejaVu Sans', paragraphs: 4 }),
      ]);
      [careful, careless, open, sans] = exportedByLibreOffice(files) as [
        Buffer,
        Buffer,
        Buffer,
        Buffer,
      ];
    }, 120_000);

    it('is read whole, and nothing is claimed of a careful one', async () => {
      const { read, findings } = await checkPdf(careful);
      expect(valuesOf(read)).toEqual(READ);
      expect(findings).toEqual([]);
    });

    it('has its faults named, each under its clause', async () => {
      const { findings } = await checkPdf(careless);
      const named = findings.map(({ clause, rule }) => [clause.replace(/^.*Phụ lục /, ''), rule]);
      expect(named).toEqual([
        ['I, I.4', 'page.margin'],
        ['I, I.7', 'page-number.value'],
        ['I, II.1.b', 'component.rule-below'],
        ['I, II.1.b', 'motto.form'],
        ['I, II.2.b', 'component.weight'],
        ['I, II.2.b', 'component.rule-below'],
        ['I, II.3', 'number.form'],
        ['I, II.4.b', 'date.form'],
        ['I, II.6.d', 'component.size'],
        ['I, II.6.d', 'text.indent'],
        ['I, II.6.d', 'text.paragraph-gap'],
        ['I, II.7.b', 'signature.authority-form'],
        ['I, II.7.c', 'signature.rank'],
        ['I, II.9.c', 'recipients.closing-mark'],
        ['I, II.9.c', 'recipients.closing-mark'],
        ['I, II.9.c', 'recipients.archive-form'],
        ['III, mẫu 1.5', 'text.end-mark'],
      ]);
    });

    it('may have number and date open, which is no fault', async () => {
      const { findings, unjudged, read } = await checkPdf(open);
      expect(findings).toEqual([]);
      expect(valuesOf(read)).toMatchObject({ Số: 'còn để trống', 'Ngày ban hành': 'còn để trống' });
      expect(unjudged.join(' ')).toMatch(/Số còn để trống.*Ngày còn để trống/);
    });

    it('in another font is told so, once for each face', async () => {
      const { findings } = await checkPdf(sans);
      expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['font.times']));
      expect(findings[0]!.message).toContain('DejaVu');
    });

    it('is not judged once it was scanned, with or without words under the picture', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'noi-nhan-scan-'));
      try {
        const [page, picture] = [join(folder, 'page.pdf'), join(folder, 'page')];
        writeFileSync(page, careful);
        run('pdftoppm', '-r', '150', '-f', '1', '-l', '1', '-singlefile', '-jpeg', page, picture);
        const scan = readFileSync(`${picture}.jpg`);
        const bare = await checkPdf(await drawn([{ picture: scan }]));
        expect(bare).toMatchObject({ read: [], findings: [] });
        expect(bare.notJudged).toMatch(/bản quét.*không có lớp chữ/);
        const hidden = await checkPdf(
          await drawn([{ picture: scan, lines: LETTER, isHidden: true }]),
        );
        expect(hidden.findings).toEqual([]);
        expect(hidden.notJudged).toMatch(/lớp chữ do máy nhận dạng/);
        expect(valuesOf(hidden.read)).toMatchObject({
          Số: '128',
          'Người ký': 'Trần Thị Minh Hạnh',
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);
