import { readFileSync } from 'node:fs';
import { readCertificates } from '../../../src/engines/signatures/certificates/read-certificates.ts';
import type { SignatureReport } from '../../../src/engines/signatures/verification/report.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWhere, isInstalled } from '../page/outside-tool.ts';
import {
  BOUNCY_CASTLE_MISSING,
  extract,
  gnutlsDetached,
  opensslDetached,
  pdfsig,
} from './judges.ts';
import { folderOfTests } from './office.ts';
import {
  FOREIGN_SIGNER,
  FOREIGN_TIMESTAMPER,
  foreignAuthority,
} from './producers/foreign-authority.ts';
import type { Form, Producer } from './producers/forms.ts';
import { ITEXT_MISSING, type Produced, produce } from './producers/produce.ts';

const TOOLS = [
  'openssl',
  'qpdf',
  'pdfsig',
  'certutil',
  'pk12util',
  'podofosign',
  'mutool',
  'soffice',
  'certtool',
];
const missing = [
  ...TOOLS.filter((tool) => !isInstalled(tool)),
  ...BOUNCY_CASTLE_MISSING,
  ...ITEXT_MISSING,
];
/** `SIGNED_COPIES=20` makes twenty files of each form by each producer; the gate makes one. */
const COPIES = Number(process.env['SIGNED_COPIES'] ?? 1);

type Judge = 'pdfsig' | 'openssl' | 'gnutls';

interface Judged extends Produced {
  signatures: SignatureReport[];
  verdict: string;
  /** The same of the file with one byte changed. */
  changed: { signatures: SignatureReport[]; verdict: string };
  /** Whether the others call each signature valid; absent where they do not know its kind. */
  said: Record<Judge, (boolean | undefined)[]>;
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
      const ours = (bytes: Buffer) => verifyDispatch(bytes, { trustedRoots, certificates });
      const { signatures, verdict } = ours(pdf);
      const said = {
        pdfsig: pdfsig(file.path).map(({ validation }) => validation === 'Signature is Valid.'),
        openssl: extract(folder, pdf).map((parts) => opensslDetached(authority, parts)),
        gnutls: extract(folder, pdf).map((parts) => gnutlsDetached(authority, parts)),
      };
      const changed = ours(withOtherVersion(pdf));
      judged.push({ ...file, signatures, verdict, changed, said });
    }
    if (process.env['SHOW_JUDGES']) process.stdout.write(table(judged));
  }, 1_500_000);

  it.each<[string, (file: Judged) => unknown, (file: Judged) => unknown]>([
    [
      'is found intact, but of SHA-1 nobody can say so',
      ({ signatures }) => signatures.map(({ integrity }) => integrity),
      ({ form }) => each(form, form.hash === 'SHA1' ? 'unknown' : 'intact'),
    ],
    [
      'has signers that are trusted',
      ({ signatures }) => signatures.map(({ signer, trust }) => [signer?.commonName, trust]),
      ({ form }) => signersOf(form).map((name) => [name, 'passed']),
    ],
    [
      'is passed as a signature only when it says which certificate it belongs to',
      ({ signatures }) => signatures.map(({ verdict }) => verdict),
      ({ form, producer }) => each(form, isBound(form, producer) ? 'passed' : 'indeterminate'),
    ],
    [
      'has its time proven by a timestamp where it has one',
      ({ signatures }) => signatures.map(({ timeSource }) => timeSource),
      ({ form }) => each(form, form.timestamp ? 'timestamp' : 'claimed'),
    ],
    [
      'is no dispatch of this system, which nobody can judge here, and nobody calls it modified',
      ({ verdict }) => verdict,
      () => 'indeterminate',
    ],
    [
      'is told to be modified when one byte was changed',
      ({ changed }) => [changed.verdict, ...changed.signatures.map(({ integrity }) => integrity)],
      ({ form }) => ['failed', ...each(form, isSilent(form) ? 'invalid' : 'modified')],
    ],
  ])('%s', (_what, found, right) => {
    const named = (file: Judged, answer: unknown) => [nameOf(file), answer];
    expect(judged.map((file) => named(file, found(file)))).toEqual(
      judged.map((file) => named(file, right(file))),
    );
  });

  it.each<Judge>(['pdfsig', 'openssl', 'gnutls'])(
    'is judged as %s judges it, but where docs/behaviour/signatures.md names the clause',
    (judge) => {
      const said = (file: Judged) => [
        nameOf(file),
        file.said[judge].length,
        file.said[judge].every((isValid) => isValid !== false),
      ];
      expect(judged.map(said)).toEqual(
        judged.map((file) => [
          nameOf(file),
          signersOf(file.form).length,
          !(DIFFERENCES[file.form.name] ?? []).includes(judge),
        ]),
      );
    },
  );
});

/** By form, who of the others does not find it valid. */
const DIFFERENCES: Record<string, Judge[]> = {
  Ed25519: ['pdfsig', 'openssl'],
  'Ed25519, no signing-certificate': ['pdfsig', 'openssl'],
  'Ed25519, no signed attributes': ['pdfsig', 'openssl'],
  'PSS, SHA-384': ['gnutls'],
  'PSS, SHA-512': ['gnutls'],
  'document timestamp': ['pdfsig'],
  'key identifier': ['pdfsig'],
};

const signersOf = ({ times = 1, timestamp }: Form) => [
  ...Array.from({ length: times }, () => FOREIGN_SIGNER),
  ...(timestamp === 'document' ? [FOREIGN_TIMESTAMPER] : []),
];
const each = (form: Form, answer: string) => signersOf(form).map(() => answer);

/** NSS always names the certificate; PoDoFo signs twice in one CMS, whatever is asked of it. */
const isBound = (form: Form, producer: Producer) =>
  ['poppler', 'libreoffice'].includes(producer) || (form.isBaseline && producer !== 'podofo');

/** Without signed attributes only RSA of PKCS #1 v1.5 tells whether it is the bytes that differ. */
const isSilent = ({ isBare, key }: Form) => isBare && key !== 'rsa';

const nameOf = ({ form, producer, layout }: Judged) => `${form.name}, ${producer}, ${layout}`;

/** A digit of the first line, which stands under every signature and which no reader minds. */
function withOtherVersion(pdf: Buffer): Buffer {
  const changed = Buffer.from(pdf);
  changed.write(changed.toString('latin1', 7, 8) === '6' ? '5' : '6', 7, 'latin1');
  return changed;
}

function table(judged: Judged[]): string {
  const words = (answers: (boolean | undefined)[]) =>
    answers.map((answer) => (answer === undefined ? 'not asked' : String(answer))).join('; ');
  const rows = judged.map(({ form, producer, layout, signatures, said, verdict }) => [
    form.name,
    producer,
    layout,
    signatures.map(({ integrity, verdict: one }) => `${integrity} ${one}`).join('; '),
    words(said.pdfsig),
    words(said.openssl),
    words(said.gnutls),
    verdict,
  ]);
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
