import { join } from 'node:path';
import { CORPUS } from './corpus/corpus.ts';
import { letter } from './corpus/build.ts';
import { expectedBlocks, expectedLines } from './expected-words.ts';
import { describeWith, run } from './outside-tool.ts';
import { PdfObjects } from './pdf-objects.ts';
import { type RenderedFile, renderTo, scratchFolder } from './rendered-file.ts';
import { readStructure } from './structure.ts';
import { sampled } from '../../support/lane.ts';

const TOOLS = ['qpdf', 'pdffonts', 'pdfinfo', 'pdftotext', 'pdfdetach'];

describeWith(TOOLS, 'A file of the corpus, PDF/A-3a and PDF/UA-1', () => {
  const folder = scratchFolder();

  describe.each(sampled(CORPUS, 10).map((entry, i) => ({ ...entry, i })))(
    '$name',
    ({ document, cutWords, i }) => {
      let file: RenderedFile;
      beforeAll(async () => {
        file = await renderTo(join(folder, `${i}.pdf`), document, { fields: true });
      });

      it('is sound, with every font embedded and mapped to Unicode', () => {
        expect(run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
        const fonts = run('pdffonts', file.path).trim().split('\n').slice(2);
        expect(fonts.length).toBeGreaterThanOrEqual(3);
        for (const font of fonts) expect(font).toMatch(/Identity-H\s+yes yes yes/);
      });

      it('is tagged, titled and in Vietnamese', () => {
        const info = run('pdfinfo', file.path);
        expect(info).toMatch(/^Tagged: +yes$/m);
        expect(info).toMatch(/^Page size: .*\(A4\)$/m);
        expect(info).toContain(document.abstract);
        const { catalog } = new PdfObjects(file.path);
        expect(catalog['/Lang']).toBe('u:vi-VN');
      });

      it('reads every word in order, to those who cannot see the page', () => {
        const text = readStructure(file.path)
          .map((node) => node.text)
          .join(' ')
          .replace(/\s+/g, ' ');
        let from = 0;
        const words = (expected: string) => {
          const wanted = expected.replace(/\s+/g, ' ').trim();
          const found = text.indexOf(wanted, from);
          if (found < 0)
            throw new Error(`Not read after "${text.slice(from - 60, from)}": ${wanted}`);
          from = found + wanted.length;
        };
        words(document.issuingBody);
        words('Độc lập - Tự do - Hạnh phúc');
        words(document.abstract);
        for (const line of document.addressees) words(line);
        for (const basis of expectedLines(document.legalBases ?? [])) words(basis);
        if (!cutWords) for (const block of expectedBlocks(document.body)) words(block.text);
        if (!document.coSignatures) {
          words('Nơi nhận:');
          for (const line of expectedLines(document.recipientLines)) words(`- ${line}`);
        }
        for (const line of document.authority) words(line);
        words(document.signerName.normalize('NFC'));
      });

      it('gives its words to a plain text reader', () => {
        if (cutWords) return;
        const text = run('pdftotext', '-raw', file.path, '-').replace(/\s+/g, ' ');
        for (const { text: words } of expectedBlocks(document.body)) {
          // A page number may stand between two halves.
          if (file.pages === 1) expect(text).toContain(words.replace(/\s+/g, ' '));
        }
      });
    },
  );
});

describeWith(TOOLS, 'What PDF/A-3a and PDF/UA-1 ask of a file', () => {
  const folder = scratchFolder();
  const source = letter({
    abstract: 'hợp tác R&D <giai đoạn 2>',
    markdown: `| A | B |\n|---|---|\n| 1 | 2 |\n\n- Mục.`,
  });

  it('names its parts in escaped XMP, the same as in the document information', async () => {
    const { path } = await renderTo(join(folder, 'xmp.pdf'), source);
    const objects = new PdfObjects(path);
    expect(objects.ofType('/Type', '/Metadata')).toHaveLength(1);
    const xmp = metadataOf(path);
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('R&amp;D &lt;giai đoạn 2&gt;');
    expect(xmp).not.toContain('R&D');
    expect(objects.dictionary(objects.catalog['/ViewerPreferences']!)).toEqual({
      '/DisplayDocTitle': true,
    });
  });

  it('has one sRGB output intent and no colour, transparency or script that it does not cover', async () => {
    const { path } = await renderTo(join(folder, 'intent.pdf'), { ...source, urgency: 'KHẨN' });
    const objects = new PdfObjects(path);
    const [intent, ...others] = objects.catalog['/OutputIntents'] as string[];
    expect(others).toEqual([]);
    expect(objects.dictionary(intent!)).toMatchObject({
      '/S': '/GTS_PDFA1',
      '/OutputConditionIdentifier': 'u:sRGB IEC61966-2.1',
    });
    const text = JSON.stringify(objects.all());
    expect(text).not.toMatch(/SMask|JavaScript|DeviceCMYK|NeedAppearances/);
  });

  it('tags a table as Table, TR, TH with scope and TD, and keeps rules and repeated heads out', async () => {
    const { path } = await renderTo(join(folder, 'table.pdf'), source);
    const tags = readStructure(path).map(({ tag }) => tag);
    expect(tags.filter((tag) => tag === 'Table')).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'TR')).toHaveLength(2);
    expect(tags.filter((tag) => tag === 'TH')).toHaveLength(2);
    expect(tags.filter((tag) => tag === 'TD')).toHaveLength(2);
    const heads = new PdfObjects(path).ofType('/S', '/TH');
    for (const head of heads) expect(head['/A']).toMatchObject({ '/Scope': '/Column' });
  });

  it('carries the dispatch as XML, byte for byte, marked as its data', async () => {
    const { path } = await renderTo(join(folder, 'data.pdf'), source);
    const xml = join(folder, 'van-ban.xml');
    run('pdfdetach', '-save', '1', '-o', xml, path);
    expect(run('cat', xml)).toContain('<Subject>hợp tác R&amp;D &lt;giai đoạn 2&gt;</Subject>');
    expect(run('cat', xml)).toContain('<CodeNumber>128</CodeNumber>');
    const objects = new PdfObjects(path);
    const [file] = objects.catalog['/AF'] as string[];
    expect(objects.dictionary(file!)).toMatchObject({ '/AFRelationship': '/Data' });
  });

  it('gives the same bytes for the same input, and others for another', async () => {
    const [first, again, other] = await Promise.all([
      renderTo(join(folder, 'a.pdf'), source, { fields: true }),
      renderTo(join(folder, 'b.pdf'), structuredClone(source), { fields: true }),
      renderTo(join(folder, 'c.pdf'), { ...source, signerName: 'Lê Lan' }, { fields: true }),
    ]);
    expect(again.pdf.equals(first.pdf)).toBe(true);
    expect(other.pdf.equals(first.pdf)).toBe(false);
    expect(new PdfObjects(other.path).trailer['/ID']).not.toEqual(
      new PdfObjects(first.path).trailer['/ID'],
    );
  });

  it('weighs less than 110 kB', async () => {
    const { pdf } = await renderTo(join(folder, 'weight.pdf'), letter(), { fields: true });
    expect(pdf.length).toBeLessThan(110 * 1024);
  });
});

/** The metadata stream is never compressed: it stands in the file as it is. */
function metadataOf(path: string): string {
  const file = run('cat', path);
  return file.slice(file.indexOf('<x:xmpmeta'), file.indexOf('</x:xmpmeta>'));
}
