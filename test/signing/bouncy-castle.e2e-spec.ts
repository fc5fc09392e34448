import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { describeWhere, isInstalled, run } from '../documents/outside-tool.ts';
import { anOffice, archived, folderOfTests, sealed, signed, unsigned } from './office.ts';

/** PDFBox and Bouncy Castle, as Debian installs them. */
const JARS = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

const missing = [
  ...JARS.filter((jar) => !existsSync(jar)),
  ...['java', 'javac'].filter((tool) => !isInstalled(tool)),
];

describeWhere(missing, 'PDFBox and Bouncy Castle', () => {
  const folder = folderOfTests();
  const judge = (...files: string[]) =>
    run('java', '-cp', JARS.join(':'), join(packageRoot, 'test/signing/Judge.java'), ...files)
      .trim()
      .split('\n');

  it('find both signatures and the archive timestamp valid, with every kind of key', async () => {
    const files: string[] = [];
    for (const kind of ['RSA-2048', 'RSA-3072', 'P-256'] as const) {
      const office = await anOffice(folder, kind);
      const whole = await sealed(office, await signed(office, await unsigned()));
      files.push(join(folder, `${kind}.pdf`));
      writeFileSync(files.at(-1)!, await archived(office, whole));
    }
    const each = ['ETSI.CAdES.detached true', 'ETSI.CAdES.detached true', 'ETSI.RFC3161 true'];
    expect(judge(...files)).toEqual([...each, ...each, ...each]);
  }, 60_000);

  it('would find a changed byte', async () => {
    const office = await anOffice(folder);
    const whole = await archived(
      office,
      await sealed(office, await signed(office, await unsigned())),
    );
    whole.write('(413)', whole.indexOf('(412)'), 'latin1');
    writeFileSync(join(folder, 'changed.pdf'), whole);
    expect(judge(join(folder, 'changed.pdf'))).toEqual([
      'ETSI.CAdES.detached true',
      'ETSI.CAdES.detached false',
      'ETSI.RFC3161 false',
    ]);
  }, 60_000);
});
