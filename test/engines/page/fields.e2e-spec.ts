import { join } from 'node:path';
import { letter, paragraphs } from './corpus/build.ts';
import { describeWith, run } from './outside-tool.ts';
import { AREA } from './measures.ts';
import { type PdfDictionary, PdfObjects } from './pdf-objects.ts';
import { MM } from './printed-page.ts';
import { type RenderedFile, renderTo, scratchFolder } from './rendered-file.ts';
import { readStructure } from './structure.ts';

const open = letter({ number: undefined, date: undefined, markdown: paragraphs(12) });

describeWith(['qpdf', 'pdfinfo', 'mutool'], 'The fields that numbering and signing fill', () => {
  const folder = scratchFolder();
  let file: RenderedFile;
  let objects: PdfObjects;
  let form: PdfDictionary;
  let widgets: Map<string, PdfDictionary>;

  beforeAll(async () => {
    file = await renderTo(join(folder, 'open.pdf'), open, { fields: true });
    objects = new PdfObjects(file.path);
    form = objects.dictionary(objects.catalog['/AcroForm']!);
    const fields = (form['/Fields'] as string[]).map((field) => objects.dictionary(field));
    widgets = new Map(fields.map((field) => [(field['/T'] as string).slice(2), field]));
  });

  it('are number, day, month, the signature and the seal, in this order', () => {
    expect(file.pages).toBe(2);
    expect([...widgets.keys()]).toEqual([
      'so_van_ban',
      'ngay',
      'thang',
      'ChuKyCaNhan',
      'DauCoQuan',
    ]);
    expect(file.fields.map(({ name }) => name)).toEqual([...widgets.keys()]);
    expect(file.fields.map(({ page }) => page)).toEqual([1, 1, 1, 2, 2]);
  });

  it('stand where the renderer says, exact to a hundredth of a point', () => {
    for (const { name, rectangle } of file.fields) {
      expect(widgets.get(name)!['/Rect']).toEqual(rectangle);
      for (const edge of rectangle) expect(edge).toBe(Math.round(edge * 100) / 100);
    }
  });

  it('are printed, spoken, and have an appearance even when empty', () => {
    for (const widget of widgets.values()) {
      expect(widget['/F']).toBe(4);
      expect(widget['/TU']).toMatch(/^u:\S/);
      const appearance = objects.dictionary((widget['/AP'] as PdfDictionary)['/N']!);
      expect(appearance['/Subtype']).toBe('/Form');
    }
  });

  it('can only be signed once announced: SigFlags 3 from the start, the seal locks all', () => {
    expect(form['/SigFlags']).toBe(3);
    expect(form['/NeedAppearances']).toBeUndefined();
    expect(widgets.get('DauCoQuan')!['/Lock']).toMatchObject({ '/Action': '/All' });
    expect(widgets.get('ChuKyCaNhan')!['/Lock']).toBeUndefined();
    expect(widgets.get('so_van_ban')!['/MaxLen']).toBe(5);
  });

  it('hang on the structure by the reference itself, on their own page', () => {
    const pages = objects.ofType('/Type', '/Page');
    expect(pages).toHaveLength(2);
    const forms = objects.ofType('/S', '/Form');
    expect(forms).toHaveLength(5);
    for (const element of forms) {
      const reference = element['/K'] as PdfDictionary;
      expect(reference['/Type']).toBe('/OBJR');
      expect(reference['/Pg']).toBe(objects.dictionary(reference['/Obj']!)['/P']);
    }
    const tags = readStructure(file.path).map(({ tag }) => tag);
    expect(tags.filter((tag) => tag === 'Form')).toHaveLength(5);
  });

  it('find every digit in the fonts that fill them', () => {
    const resources = form['/DR'] as PdfDictionary;
    const fonts = Object.values(resources['/Font'] as PdfDictionary);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      const map = objects.dictionary(font)['/ToUnicode'] as string;
      const [number] = map.split(' ');
      const cmap = run('qpdf', `--show-object=${number}`, '--filtered-stream-data', file.path);
      for (const digit of '0123456789') {
        const code = digit.charCodeAt(0).toString(16).padStart(4, '0');
        expect(cmap).toContain(`<${code}>`);
      }
    }
  });

  it('leave the number and date to the page where they are known', async () => {
    const known = await renderTo(join(folder, 'known.pdf'), letter(), { fields: true });
    expect(known.fields.map(({ name }) => name)).toEqual(['ChuKyCaNhan', 'DauCoQuan']);
  });

  it('are absent where nothing is asked for', async () => {
    const plain = await renderTo(join(folder, 'plain.pdf'), {
      ...open,
      body: open.body.slice(0, 1),
    });
    expect(plain.fields).toEqual([]);
    expect(new PdfObjects(plain.path).catalog['/AcroForm']).toBeUndefined();
  });

  it('are a pair for each of two issuing bodies; the last seal locks', async () => {
    const joint = await renderTo(
      join(folder, 'joint.pdf'),
      letter({
        coIssuingBodies: ['CÔNG AN TỈNH'],
        coSignatures: [{ authority: ['GIÁM ĐỐC'], signerName: 'Lê Văn Nam' }],
      }),
      { fields: true },
    );
    expect(joint.fields.map(({ name }) => name).toSorted()).toEqual([
      'ChuKyCaNhan',
      'ChuKyCaNhan2',
      'DauCoQuan',
      'DauCoQuan2',
    ]);
    for (const { rectangle } of joint.fields) {
      expect(rectangle[0]).toBeGreaterThanOrEqual(AREA.left - 0.01);
      expect(rectangle[2]).toBeLessThanOrEqual(AREA.right);
      expect(rectangle[1]).toBeGreaterThan(20 * MM);
    }
    const locks = new PdfObjects(joint.path)
      .ofType('/FT', '/Sig')
      .filter((field) => field['/Lock']);
    expect(locks.map((field) => field['/T'])).toEqual(['u:DauCoQuan2']);
  });
});
