import { readFileSync } from 'node:fs';
import { readCertificates } from '../../src/signing/certificates/read-certificates.ts';
import type { SignatureReport } from '../../src/signing/verification/report.ts';
import { verifyDispatch } from '../../src/signing/verification/verify-dispatch.ts';
import { describeWhere, isInstalled } from '../documents/outside-tool.ts';
import { BOUNCY_CASTLE_MISSING, extract, opensslDetached, pdfsig } from './judges.ts';
import { folderOfTests } from './office.ts';
import { FOREIGN_SIGNER, foreignAuthority } from './producers/foreign-authority.ts';
import { ITEXT_MISSING, type Produced, produce } from './producers/produce.ts';

const TOOLS = ['openssl', 'qpdf', 'pdfsig', 'certutil', 'pk12util', 'podofosign'];
const missing = [
  ...TOOLS.filter((tool) => !isInstalled(tool)),
  ...BOUNCY_CASTLE_MISSING,
  ...ITEXT_MISSING,
];
/** `SIGNED_COPIES=20` makes twenty files of each form by each producer; the gate makes one. */
const COPIES = Number(process.env['SIGNED_COPIES'] ?? 1);

interface Judged extends Produced {
  signatures: SignatureReport[];
  verdict: string;
  pdfsig: string[];
  openssl: boolean[];
}

describeWhere(missing, 'A file signed by somebody else’s software', () => {
  const judged: Judged[] = [];
  const folder = process.env['SIGNED_FOLDER'] ?? folderOfTests();
  beforeAll(async () => {
    const authority = foreignAuthority(folder);
    const trustedRoots = await readCertificates(authority.root);
    const certificates = await readCertificates(authority.middle);
    for (const file of await produce(folder, authority, COPIES)) {
      const pdf = readFileSync(file.path);
      const { signatures, verdict } = verifyDispatch(pdf, { trustedRoots, certificates });
      const openssl = extract(folder, pdf).map((parts) => opensslDetached(authority, parts));
      const outside = pdfsig(file.path).map(({ validation }) => validation);
      judged.push({ ...file, signatures, verdict, pdfsig: outside, openssl });
    }
    if (process.env['SHOW_JUDGES']) process.stdout.write(table(judged));
  }, 500_000);

  const told = ({ form, producer, layout, signatures }: Judged) =>
    `${form.name}, ${producer}, ${layout}: ${signatures
      .map(({ integrity, trust, signer }) => `${integrity} ${trust} ${signer?.commonName}`)
      .join('; ')}`;

  it('is found intact and its signer trusted, whoever made it in whatever form', () => {
    const right = (times: number) =>
      Array<string>(times).fill(`intact passed ${FOREIGN_SIGNER}`).join('; ');
    expect(judged.map(told)).toEqual(
      judged.map(
        ({ form, producer, layout }) =>
          `${form.name}, ${producer}, ${layout}: ${right(form.times ?? 1)}`,
      ),
    );
  });

  it('is passed as a signature only when it says which certificate it belongs to', () => {
    for (const { form, producer, signatures } of judged) {
      // podofosign puts two signatures into one CMS, whatever is asked of it.
      const isBound = (form.isBaseline && producer !== 'podofo') || producer === 'poppler';
      const verdicts = new Set(signatures.map(({ verdict }) => verdict));
      expect([form.name, producer, ...verdicts]).toEqual([
        form.name,
        producer,
        isBound ? 'passed' : 'indeterminate',
      ]);
    }
  });

  it('is no dispatch of this system, which nobody can judge here, and nobody calls it modified', () => {
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['indeterminate']));
  });

  it('is judged as pdfsig and OpenSSL judge it, but where docs/behaviour/signatures.md names the clause', () => {
    for (const { form, producer, pdfsig: said, openssl } of judged) {
      const differs = DIFFERENCES[form.name] ?? DIFFERENCES[producer] ?? [];
      const isValid = said.length > 0 && said.every((words) => words === 'Signature is Valid.');
      expect([form.name, producer, 'pdfsig', isValid]).toEqual([
        ...[form.name, producer, 'pdfsig'],
        !differs.includes('pdfsig'),
      ]);
      expect([form.name, producer, 'openssl', openssl.every(Boolean)]).toEqual([
        ...[form.name, producer, 'openssl'],
        !differs.includes('openssl'),
      ]);
    }
  });
});

/** By form or producer, who of the others does not find it valid. */
const DIFFERENCES: Record<string, ('pdfsig' | 'openssl')[]> = {
  Ed25519: ['pdfsig', 'openssl'],
  'key identifier': ['pdfsig'],
};

function table(judged: Judged[]): string {
  const rows = judged.map(({ form, producer, layout, signatures, ...judges }) => [
    ...[form.name, producer, layout],
    signatures.map(({ integrity, verdict }) => `${integrity} ${verdict}`).join('; '),
    [...new Set(judges.pdfsig)].join('; '),
    judges.openssl.join(' '),
    judges.verdict,
  ]);
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
