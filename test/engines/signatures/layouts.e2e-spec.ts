import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { IncrementalUpdate } from '../../../src/engines/signatures/pdf/incremental-update.ts';
import { dictionary, numeral, Reference } from '../../../src/engines/signatures/pdf/objects.ts';
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
import { body, type Layout, page, SIGNATURE, signHole, table, writePdf } from './written-pdf.ts';

const folder = folderOfTests();
let office: Office;
beforeAll(async () => {
  office = await anOffice(folder);
});

const judge = (pdf: Buffer) => verifyDispatch(pdf, { trustedRoots: [office.authority.root] });

/** Widget and field in one, with the signature of object 5 or whichever it names. */
const FIELD = (name: string, value: number) =>
  `<</Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /Rect [0 0 0 0] /V ${value} 0 R>>`;
const NESTED = [
  '<</T (phong) /Kids [5 0 R]>>',
  '<</T (to) /Parent 4 0 R /FT /Sig /Kids [6 0 R]>>',
  '<</Type /Annot /Subtype /Widget /T (ky) /Parent 5 0 R /Rect [0 0 0 0] /V 7 0 R>>',
];

describe('The signature of a file', () => {
  it.each<[string, Layout, string[], number[], string]>([
    ['with a table', 'table', page([4], FIELD('ky', 5), SIGNATURE), [], 'ky'],
    ['with a cross-reference stream', 'stream', page([4], FIELD('ky', 5), SIGNATURE), [], 'ky'],
    ['of both kinds', 'hybrid', page([4], FIELD('ky', 5), SIGNATURE), [4], 'ky'],
    ['with nested fields', 'table', page([4], ...NESTED, SIGNATURE), [], 'phong.to.ky'],
    ['of both kinds, nested', 'hybrid', page([4], ...NESTED, SIGNATURE), [4, 5, 6], 'phong.to.ky'],
    [
      'whose fields go round in a circle',
      'table',
      page([4], '<</T (a) /Kids [4 0 R 5 0 R]>>', FIELD('ky', 6), SIGNATURE),
      [],
      'a.ky',
    ],
  ])(
    '%s is passed, and a changed byte under it is told',
    async (_title, layout, objects, hidden, field) => {
      const pdf = await signHole(writePdf(objects, layout, hidden), office.person);
      const { signatures, verdict } = judge(pdf);
      expect(signatures).toMatchObject([{ field, verdict: 'passed', integrity: 'intact' }]);
      expect(verdict).toBe('indeterminate');
      const changed = Buffer.from(pdf);
      changed.write('841', changed.indexOf('842'), 'latin1');
      const told = judge(changed);
      expect(told.signatures).toMatchObject([{ integrity: 'modified', verdict: 'failed' }]);
      expect(told.verdict).toBe('failed');
    },
  );
});

describe('A file that cannot be judged here', () => {
  const closed = page([]);
  const sections = (count: number) => {
    const { written, offsets } = body(closed);
    const trailer = (previous: string) => `trailer\n<</Size 4 /Root 1 0 R ${previous}>>\n`;
    let start = written.length;
    let pdf = `${written}${table(offsets)}${trailer('')}startxref\n${start}\n%%EOF\n`;
    for (let saving = 1; saving < count; saving++) {
      const previous = start;
      start = pdf.length;
      pdf += `xref\n${trailer(`/Prev ${previous}`)}startxref\n${start}\n%%EOF\n`;
    }
    return Buffer.from(pdf, 'latin1');
  };
  const pointingBack = (to: (start: number) => number) => {
    const { written, offsets } = body(closed);
    const trailer = `trailer\n<</Size 4 /Root 1 0 R /Prev ${to(written.length)}>>\n`;
    const pdf = `${written}${table(offsets)}${trailer}startxref\n${written.length}\n%%EOF\n`;
    return Buffer.from(pdf, 'latin1');
  };
  const packed = (type: string, size: number, own: (number: number) => string) => {
    const data = deflateSync(Buffer.alloc(size)).toString('latin1');
    const { written } = body([...closed]);
    const start = written.length;
    const stream = `<<${type} /Length ${data.length} /Filter /FlateDecode>>\nstream\n${data}\nendstream`;
    const pdf = `${written}4 0 obj\n${stream}\nendobj\n${own(start)}startxref\n${start}\n%%EOF\n`;
    return Buffer.from(pdf, 'latin1');
  };
  const deep = (levels: number) => {
    const fields = Array.from(
      { length: levels },
      (_, level) => `<</T (n) /Kids [${level + 5} 0 R]>>`,
    );
    return writePdf(page([4], ...fields, FIELD('ky', levels + 5), SIGNATURE), 'table');
  };
  const many = (count: number) => {
    const kids = Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ');
    const fields = Array.from({ length: count }, () => '<</T (n) /FT /Tx>>');
    return writePdf(page([4], `<</T (n) /Kids [${kids}]>>`, ...fields), 'table');
  };

  it.each<[string, () => Buffer, string]>([
    ['that was saved too often', () => sections(25), 'quá nhiều lần lưu'],
    ['whose table names itself', () => pointingBack((start) => start), 'thứ tự các lần lưu'],
    ['whose table names a later one', () => pointingBack((start) => start + 9), 'thứ tự'],
    ['whose table names no table', () => pointingBack(() => 20), 'Không đọc chắc chắn được'],
    [
      'whose cross-reference stream unpacks to too much',
      () => packed('/Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R', 21_000_000, () => ''),
      'bung ra quá lớn',
    ],
    ['with fields too deep', () => deep(21), 'lồng nhau quá sâu'],
    ['with too many fields', () => many(10_001), 'quá nhiều'],
    [
      'whose signature stands inside its field',
      () => writePdf(page([4], FIELD('ky', 5).replace('5 0 R', SIGNATURE)), 'table'),
      'ở dạng lạ',
    ],
    [
      'whose two tables differ',
      () => {
        const pdf = writePdf(page([4], FIELD('ky', 5), SIGNATURE), 'hybrid', [4]);
        const words = pdf.toString('latin1');
        const at = words.lastIndexOf('0000000000 00000 f');
        return Buffer.from(
          `${words.slice(0, at)}0000000015 00000 n${words.slice(at + 18)}`,
          'latin1',
        );
      },
      'nói khác nhau',
    ],
  ])('%s is said to be so in words', (_title, make, words) => {
    const { verdict, sentence, signatures, findings } = judge(make());
    expect({ verdict, signatures, codes: findings.map(({ code }) => code) }).toEqual({
      verdict: 'indeterminate',
      signatures: [],
      codes: ['unreadable'],
    });
    expect(sentence).toContain('chưa kết luận được ở đây');
    expect(sentence).toContain(words);
    expect(sentence).toContain('Hãy lấy lại tệp gốc');
  });

  it('but what is within the bounds is judged', () => {
    expect(judge(sections(24)).findings.map(({ code }) => code)).toContain('not-signed');
    expect(judge(many(9_000)).findings.map(({ code }) => code)).toContain('not-signed');
  });
});

describeWith(['qpdf'], 'An encrypted file', () => {
  it.each([
    ['RC4, 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'chu', '128', '--']],
    ['AES, 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'chu', '128', '--use-aes=y', '--']],
    ['AES, 256 bits', ['--encrypt', '', 'chu', '256', '--']],
    ['AES, 256 bits, with a password to open', ['--encrypt', 'mo', 'chu', '256', '--']],
    [
      'AES, 256 bits, object streams',
      ['--object-streams=generate', '--encrypt', '', 'chu', '256', '--'],
    ],
  ])('by %s cannot be judged, which is said in words', async (_how, options) => {
    const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
    writeFileSync(open, await signed(office, await unsigned()));
    run('qpdf', ...options, open, locked);
    const { verdict, findings, sentence } = judge(readFileSync(locked));
    expect({ verdict, codes: findings.map(({ code }) => code) }).toEqual({
      verdict: 'indeterminate',
      codes: ['encrypted'],
    });
    expect(sentence).toContain('bị đặt mật khẩu hoặc hạn chế quyền');
  });
});

describeWith(['qpdf', 'pdfsig'], 'Signing a file', () => {
  const asLayout = async (layout: 'stream' | 'table') => {
    const [open, path] = [join(folder, 'page.pdf'), join(folder, `${layout}.pdf`)];
    writeFileSync(open, await unsigned());
    const objects = layout === 'stream' ? 'generate' : 'disable';
    run('qpdf', `--object-streams=${objects}`, open, path);
    return readFileSync(path);
  };

  it.each(['stream', 'table'] as const)(
    'that ends with a %s goes on with one, and is genuine here and with others',
    async (layout) => {
      const pdf = await asLayout(layout);
      const whole = await archived(office, await sealed(office, await signed(office, pdf)));
      const { sections } = new PdfFile(whole);
      expect(sections.map(({ isStream }) => isStream)).toEqual(
        Array.from({ length: 4 }, () => layout === 'stream'),
      );
      expect(/^xref$/m.test(whole.toString('latin1'))).toBe(layout === 'table');
      const { findings, isGenuine, level } = judge(whole);
      expect(findings.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
      expect({ isGenuine, level }).toEqual({ isGenuine: true, level: 'B-LTA' });
      const path = join(folder, `${layout}-signed.pdf`);
      writeFileSync(path, whole);
      expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
      const said = pdfsig(path).slice(0, 2);
      expect(said.map(({ validation }) => validation)).toEqual(
        Array.from({ length: 2 }, () => 'Signature is Valid.'),
      );
    },
  );

  it('takes nothing over from the dictionary of the stream before, and gives the same bytes again', async () => {
    const pdf = await asLayout('stream');
    const write = () => {
      const update = new IncrementalUpdate(new PdfFile(pdf));
      update.add(dictionary({ A: numeral(1) }));
      return update.write();
    };
    const { trailer, size } = new PdfFile(write());
    expect(write()).toEqual(write());
    expect([...trailer.keys()].filter((key) => key === 'Filter' || key === 'DecodeParms')).toEqual(
      [],
    );
    expect(size).toBe(new PdfFile(pdf).size + 2);
  });

  it('overwrites no object of a file whose trailer counts too few', () => {
    const pdf = writePdf(page([4], FIELD('ky', 5), '<</A 1>>'), 'table');
    const words = pdf.toString('latin1').replace('/Size 6', '/Size 4');
    const update = new IncrementalUpdate(new PdfFile(Buffer.from(words, 'latin1')));
    expect(update.add(dictionary({ B: numeral(2) })).number).toBe(6);
  });

  it.each<Layout>(['table', 'stream', 'hybrid'])(
    'of layout %s changes an object in place of the old one',
    (layout) => {
      const pdf = writePdf(page([4], FIELD('ky', 5), '<</A 1>>'), layout, [4]);
      const update = new IncrementalUpdate(new PdfFile(pdf));
      update.revise(new Reference(4)).set('F', numeral(132));
      const added = update.add(dictionary({ B: numeral(2) }));
      const file = new PdfFile(update.write());
      expect(file.sections.at(-1)).toMatchObject({ isStream: layout === 'stream' });
      expect(file.trailer.has('XRefStm')).toBe(false);
      expect(file.dictionaryAt(new Reference(4)).get('F')).toEqual(numeral(132));
      expect(file.dictionaryAt(added).get('B')).toEqual(numeral(2));
      const path = join(folder, `${layout}-changed.pdf`);
      writeFileSync(path, file.bytes);
      expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    },
  );
});
