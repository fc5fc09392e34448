import { join } from 'node:path';
import { letter } from './corpus/build.ts';
import { CORPUS } from './corpus/corpus.ts';
import { describeWhere } from './outside-tool.ts';
import { preflight, PREFLIGHT_MISSING } from './preflight.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

describeWhere(PREFLIGHT_MISSING, 'PDFBox preflight on the PDF/A-1a twin', () => {
  const folder = scratchFolder();

  it('finds the whole corpus valid', async () => {
    const files: string[] = [];
    for (const [i, { document }] of CORPUS.entries()) {
      const path = join(folder, `${i}.pdf`);
      const options = { conformance: 'PDF/A-1a', fields: i % 2 === 0 } as const;
      files.push((await renderTo(path, document, options)).path);
    }
    const verdicts = preflight(folder, files);
    for (const [file, verdict] of verdicts) {
      const name = CORPUS[files.indexOf(file)]!.name;
      expect(`${name}: ${verdict}`).toContain('<isValid type="PDF/A1-b">true</isValid>');
    }
  });

  it('would find an attachment', async () => {
    const { path } = await renderTo(join(folder, 'a3.pdf'), letter());
    expect(preflight(folder, [path]).get(path)).toContain('>false</isValid>');
  });
});
