import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { letter } from './corpus/build.ts';
import { CORPUS } from './corpus/corpus.ts';
import { describeWhere, isInstalled } from './outside-tool.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

/** PDFBox preflight and what it stands on, as Debian installs them. */
const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'bcprov',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);

const missing = [
  ...JARS.filter((jar) => !existsSync(jar)),
  ...(isInstalled('java') ? [] : ['java']),
];

describeWhere(missing, 'PDFBox preflight on the PDF/A-1a twin', () => {
  const folder = scratchFolder();

  /** One virtual machine for many files; the verdict of each. */
  function validate(files: string[]): Map<string, string> {
    const list = join(folder, 'files.txt');
    writeFileSync(list, files.join('\n'));
    const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
    spawnSync('java', ['-cp', JARS.join(':'), validator, 'xml', 'batch', list]);
    return new Map(
      files.map((file) => [file, readFileSync(`${file}.preflight.xml`, 'utf8')] as const),
    );
  }

  it('finds the whole corpus valid', async () => {
    const files: string[] = [];
    for (const [i, { document }] of CORPUS.entries()) {
      const path = join(folder, `${i}.pdf`);
      const options = { conformance: 'PDF/A-1a', fields: i % 2 === 0 } as const;
      files.push((await renderTo(path, document, options)).path);
    }
    const verdicts = validate(files);
    for (const [file, verdict] of verdicts) {
      const name = CORPUS[files.indexOf(file)]!.name;
      expect(`${name}: ${verdict}`).toContain('<isValid type="PDF/A1-b">true</isValid>');
    }
  });

  it('would find an attachment', async () => {
    const { path } = await renderTo(join(folder, 'a3.pdf'), letter());
    expect(validate([path]).get(path)).toContain('>false</isValid>');
  });
});
