import { verify, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../page/outside-tool.ts';

/** Certificates of one name: `key-kind`, where the kind says whether it holds and what it is for. */
const KINDS = {
  ended: ['-startdate', '20200101000000Z', '-enddate', '20210101000000Z'],
  valid: ['-days', '365'],
  later: ['-days', '900'],
  coming: ['-startdate', '20900101000000Z', '-enddate', '20950101000000Z'],
  sealing: ['-days', '800'],
};
export type Kind = keyof typeof KINDS;
export type Certificate = `${'a' | 'b'}-${Kind}`;
const SIGNING = 'keyUsage=critical,digitalSignature,nonRepudiation\n';
const ENCRYPTING = 'keyUsage=critical,keyEncipherment\n';

/** Keys `a` and `b`, and the certificates of both, as files of one folder. */
export class Pairs {
  constructor(private readonly folder: string) {}

  at(file: string): string {
    return join(this.folder, file);
  }

  /** An authority of `openssl ca`, which alone sets both dates of a certificate. */
  make(): void {
    const at = (file: string) => this.at(file);
    writeFileSync(at('signing'), SIGNING);
    writeFileSync(at('encrypting'), ENCRYPTING);
    writeFileSync(at('index'), '');
    writeFileSync(
      at('config'),
      `[ca]
default_ca=own
[own]
database=${at('index')}
new_certs_dir=${this.folder}
rand_serial=yes
unique_subject=no
default_md=sha256
policy=any
[any]
commonName=supplied
`,
    );
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '3650',
      ...subject('CA vi du'),
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca.pem'),
    );
    for (const key of ['a', 'b'] as const) {
      openssl(
        'req',
        '-new',
        '-newkey',
        'rsa:2048',
        '-nodes',
        ...subject('Nguyen Van Vi Du'),
        '-keyout',
        at(`${key}.key`),
        '-out',
        at(`${key}.csr`),
      );
      for (const kind of Object.keys(KINDS) as Kind[]) {
        const use = kind === 'sealing' ? 'encrypting' : 'signing';
        openssl(
          ...['ca', '-batch', '-notext', '-config', at('config'), '-cert', at('ca.pem')],
          ...['-keyfile', at('ca.key'), '-in', at(`${key}.csr`), '-out', at(`${key}-${kind}.pem`)],
          ...['-extfile', at(use)],
          ...KINDS[kind],
        );
      }
    }
  }

  certificate(which: string): X509Certificate {
    return new X509Certificate(readFileSync(this.at(`${which}.pem`)));
  }

  /** Which of the certificates it is. */
  named(der: Buffer): string | undefined {
    const { fingerprint256 } = new X509Certificate(der);
    const all = ['a', 'b'].flatMap((key) => Object.keys(KINDS).map((kind) => `${key}-${kind}`));
    return all.find((each) => this.certificate(each).fingerprint256 === fingerprint256);
  }
}

/** Signs and is checked by the certificate that is to be taken. */
export async function expectSigning(
  pairs: Pairs,
  key: { certificate: Buffer; sign(bytes: Buffer): Promise<Buffer> },
  taken: string,
): Promise<void> {
  expect(pairs.named(key.certificate)).toBe(taken);
  const words = Buffer.from('văn bản ví dụ');
  const { publicKey } = new X509Certificate(key.certificate);
  expect(verify('sha256', words, publicKey, await key.sign(words))).toBe(true);
}

const openssl = (...words: string[]) => run('openssl', ...words);
const subject = (commonName: string) => ['-subj', `/CN=${commonName}`];
