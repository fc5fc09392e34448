import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { isInstalled, run } from '../page/outside-tool.ts';

export const JUDGES = ['pdfsig', 'mutool', 'openssl', 'qpdf'];

export interface PdfsigVerdict {
  field: string;
  validation: string;
  isWholeFile: boolean;
}

/** What poppler says of each signature. */
export function pdfsig(path: string): PdfsigVerdict[] {
  // Its exit code also counts timestamps, which this version cannot judge.
  const { stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
  return stdout
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .map((block) => ({
      field: /Field Name: (.*)/.exec(block)?.[1] ?? '',
      validation: /Signature Validation: (.*)/.exec(block)?.[1] ?? '',
      isWholeFile: /^ +- Total document signed$/m.test(block),
    }));
}

/** What MuPDF says of each signature. */
export function mutool(path: string): string[] {
  const { stdout } = spawnSync('mutool', ['sign', '-v', path], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => /signature is|since signing/i.test(line))
    .map((line) => line.trim());
}

export interface Extracted {
  cms: string;
  content: string;
  isTimestamp: boolean;
}

/** Cuts signature and signed bytes out of a file with nothing but its byte ranges. */
export function extract(folder: string, pdf: Buffer): Extracted[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map(
    (match, index) => {
      const [from, length, end, rest] = match.slice(1).map(Number) as [
        number,
        number,
        number,
        number,
      ];
      const hex = text.slice(from + length + 1, end - 1);
      const der = Buffer.from(hex, 'hex');
      const paths = { cms: join(folder, `${index}.cms`), content: join(folder, `${index}.bin`) };
      // The dictionary stands on both sides of its hole.
      const around = `${text.slice(from, from + length).slice(-400)}${text.slice(end, end + 400)}`;
      // Of indefinite length (BER) the end is told by its own mark, and zeros behind it disturb nobody.
      const isDefinite = der[1] === 0x82;
      writeFileSync(paths.cms, isDefinite ? der.subarray(0, 4 + der.readUInt16BE(2)) : der);
      const covered = [pdf.subarray(from, from + length), pdf.subarray(end, end + rest)];
      writeFileSync(paths.content, Buffer.concat(covered));
      return { ...paths, isTimestamp: /\/ETSI\.RFC3161/.test(around) };
    },
  );
}

export function pemFile(folder: string, root: Buffer): string {
  const path = join(folder, 'root.pem');
  writeFileSync(path, new X509Certificate(root).toString());
  return path;
}

/** OpenSSL on signature, attributes, ESS binding and chain; throws with its complaint. */
export function opensslCades(root: string, { cms, content }: Extracted): string {
  const files = ['-inform', 'DER', '-in', cms, '-content', content, '-out', '/dev/null'];
  const rules = ['-cades', '-binary', '-purpose', 'any', '-CAfile', root];
  const { status, stderr } = spawnSync('openssl', ['cms', '-verify', ...files, ...rules], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stderr;
}

interface Authority {
  root: string;
  middle: string;
}

function bundleOf({ root, middle }: Authority, { cms }: Extracted): string {
  const bundle = `${cms}.pem`;
  writeFileSync(bundle, Buffer.concat([root, middle].map((path) => readFileSync(path))));
  return bundle;
}

/** OpenSSL on signature and chain, whatever the attributes. */
export function opensslDetached(authority: Authority, parts: Extracted): boolean {
  const { cms, content, isTimestamp } = parts;
  const bundle = bundleOf(authority, parts);
  if (isTimestamp) {
    const files = ['-token_in', '-in', cms, '-data', content, '-CAfile', bundle];
    return spawnSync('openssl', ['ts', '-verify', ...files]).status === 0;
  }
  const files = ['-inform', 'DER', '-in', cms, '-content', content, '-out', '/dev/null'];
  const rules = ['-binary', '-purpose', 'any', '-CAfile', bundle];
  return spawnSync('openssl', ['cms', '-verify', ...files, ...rules]).status === 0;
}

/** GnuTLS on signature and chain; undefined for a timestamp, which it knows nothing of. */
export function gnutlsDetached(authority: Authority, parts: Extracted): boolean | undefined {
  const { cms, content, isTimestamp } = parts;
  if (isTimestamp) return undefined;
  // It reads no BER, which Bouncy Castle and NSS write.
  const der = `${cms}.der`;
  run('openssl', 'cms', '-cmsout', '-inform', 'DER', '-in', cms, '-outform', 'DER', '-out', der);
  const files = ['--inder', '--infile', der, '--load-data', content];
  const trusted = ['--load-ca-certificate', bundleOf(authority, parts)];
  return spawnSync('certtool', ['--p7-verify', ...files, ...trusted]).status === 0;
}

export function opensslTimestamp(root: string, { cms, content }: Extracted): string {
  return run(
    'openssl',
    'ts',
    '-verify',
    '-token_in',
    '-in',
    cms,
    '-data',
    content,
    '-CAfile',
    root,
  );
}

/** PDFBox and Bouncy Castle, as Debian installs them. */
export const JARS = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

export const BOUNCY_CASTLE_MISSING = [
  ...JARS.filter((jar) => !existsSync(jar)),
  ...['java', 'javac'].filter((tool) => !isInstalled(tool)),
];

/** What PDFBox and Bouncy Castle say of each signature of these files: `ETSI.CAdES.detached true`. */
export function bouncyCastle(...files: string[]): string[] {
  const judge = join(packageRoot, 'test/engines/signatures/Judge.java');
  return run('java', '-cp', JARS.join(':'), judge, ...files)
    .trim()
    .split('\n');
}
