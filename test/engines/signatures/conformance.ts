import { run } from '../page/outside-tool.ts';
import { PdfObjects } from '../page/pdf-objects.ts';
import { readStructure } from '../page/structure.ts';

/** What PDF/A-3a and PDF/UA-1 ask of a file that grew by revisions, beside the file as it was drawn. */
export function expectConformance(drawn: string, signed: string): void {
  expect(run('qpdf', '--check', signed)).toContain('No syntax or stream encoding errors');
  const objects = new PdfObjects(signed);
  const before = new PdfObjects(drawn);
  for (const key of [
    '/Metadata',
    '/OutputIntents',
    '/StructTreeRoot',
    '/MarkInfo',
    '/AF',
    '/Lang',
  ]) {
    expect(objects.catalog[key]).toEqual(before.catalog[key]);
  }
  const spoken = (path: string) => readStructure(path).map(({ tag, text }) => [tag, text]);
  expect(spoken(signed)).toEqual(spoken(drawn));
  for (const widget of objects.ofType('/Subtype', '/Widget')) {
    expect(Number(widget['/F']) & 0b111).toBe(0b100);
    const isInvisible = JSON.stringify(widget['/Rect']) === '[0,0,0,0]';
    expect(isInvisible || '/AP' in widget).toBe(true);
  }
  const fonts = run('pdffonts', signed).trim().split('\n').slice(2);
  for (const font of fonts) expect(font).toMatch(/Identity-H\s+yes yes yes/);
  expect(JSON.stringify(objects.all())).not.toMatch(/JavaScript|DeviceCMYK|NeedAppearances|\/LZW/);
}
