import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../page/outside-tool.ts';

export type ForeignKey = 'rsa' | 'p256' | 'p384' | 'p521' | 'ed25519';

export interface ForeignSigner {
  key: string;
  certificate: string;
  /** Key, certificate and the authority's certificate. */
  p12: string;
}

export interface ForeignAuthority {
  root: string;
  /** The authority between root and signers. */
  middle: string;
  signers: Record<ForeignKey, ForeignSigner>;
  timestamper: ForeignSigner;
}

export const FOREIGN_PASSWORD = 'matkhau';
export const FOREIGN_SIGNER = 'Nguyen Van Vi Du';
export const FOREIGN_TIMESTAMPER = 'Dau thoi gian vi du';

const KEYS: Record<ForeignKey, string[]> = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  ed25519: ['-algorithm', 'ED25519'],
};
const AUTHORITY_EXTENSIONS = `basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
`;
const EXTENSIONS = `keyUsage=critical,digitalSignature,nonRepudiation
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
`;
const TIMESTAMPER_EXTENSIONS = `${EXTENSIONS}extendedKeyUsage=critical,timeStamping
`;

/**
 * An authority made by OpenSSL alone. Its root signed itself with SHA-1, as national roots of 2008 did, and the signers
 * of the authority below have that one's own serial number: neither may matter.
 */
export function foreignAuthority(folder: string): ForeignAuthority {
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => run('openssl', ...words);
  openssl('genpkey', ...KEYS.rsa, '-out', at('root.key'));
  openssl('genpkey', ...KEYS.rsa, '-out', at('middle.key'));
  const root = ['-key', at('root.key'), '-subj', '/C=VN/CN=Goc vi du', '-set_serial', '1'];
  openssl('req', '-x509', '-sha1', '-days', '3650', ...root, '-out', at('root.pem'));
  const middle = ['-key', at('middle.key'), '-subj', '/C=VN/CN=CA vi du'];
  openssl('req', '-new', ...middle, '-out', at('middle.csr'));
  writeFileSync(at('authority-extensions'), AUTHORITY_EXTENSIONS);
  openssl(
    ...['x509', '-req', '-sha256', '-days', '1800', '-in', at('middle.csr')],
    ...['-CA', at('root.pem'), '-CAkey', at('root.key'), '-set_serial', '7'],
    ...['-extfile', at('authority-extensions'), '-out', at('middle.pem')],
  );
  const issue = (
    name: string,
    {
      kind,
      subject,
      serial,
      extensions,
    }: Record<'subject' | 'serial' | 'extensions', string> & {
      kind: ForeignKey;
    },
  ): ForeignSigner => {
    const [key, certificate, p12] = ['key', 'pem', 'p12'].map((end) => at(`${name}.${end}`)) as [
      string,
      string,
      string,
    ];
    openssl('genpkey', ...KEYS[kind], '-out', key);
    openssl('req', '-new', '-key', key, '-subj', subject, '-out', at(`${name}.csr`));
    writeFileSync(at('extensions'), extensions);
    openssl(
      ...['x509', '-req', '-sha256', '-days', '730', '-in', at(`${name}.csr`)],
      ...['-CA', at('middle.pem'), '-CAkey', at('middle.key'), '-set_serial', serial],
      ...['-extfile', at('extensions'), '-out', certificate],
    );
    openssl(
      ...['pkcs12', '-export', '-inkey', key, '-in', certificate, '-name', 'signer'],
      ...['-certfile', at('middle.pem')],
      ...['-passout', `pass:${FOREIGN_PASSWORD}`, '-out', p12],
    );
    return { key, certificate, p12 };
  };
  const subject = `/C=VN/O=So vi du/CN=${FOREIGN_SIGNER}`;
  const signers = Object.fromEntries(
    (Object.keys(KEYS) as ForeignKey[]).map((kind) => [
      kind,
      issue(kind, { kind, subject, serial: '7', extensions: EXTENSIONS }),
    ]),
  ) as ForeignAuthority['signers'];
  const timestamper = issue('timestamper', {
    kind: 'rsa',
    subject: `/C=VN/CN=${FOREIGN_TIMESTAMPER}`,
    serial: '8',
    extensions: TIMESTAMPER_EXTENSIONS,
  });
  return { root: at('root.pem'), middle: at('middle.pem'), signers, timestamper };
}
