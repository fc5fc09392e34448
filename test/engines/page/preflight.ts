import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './outside-tool.ts';

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

export const PREFLIGHT_MISSING = [
  ...JARS.filter((jar) => !existsSync(jar)),
  ...(isInstalled('java') ? [] : ['java']),
];

/** One virtual machine for many files; the verdict of each. */
export function preflight(folder: string, files: string[]): Map<string, string> {
  const list = join(folder, 'files.txt');
  writeFileSync(list, files.join('\n'));
  const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
  spawnSync('java', ['-cp', JARS.join(':'), validator, 'xml', 'batch', list]);
  return new Map(
    files.map((file) => [file, readFileSync(`${file}.preflight.xml`, 'utf8')] as const),
  );
}
