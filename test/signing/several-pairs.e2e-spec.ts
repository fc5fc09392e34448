import { execFileSync } from 'node:child_process';
import { verify, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pkcs11Key } from '../../src/signing/keys/pkcs11-key.ts';
import { Pkcs12Key } from '../../src/signing/keys/pkcs12-key.ts';
import { describeWhere, isInstalled, run } from '../documents/outside-tool.ts';
import { folderOfTests } from './office.ts';
import { missingForTokens, TOKEN_MODULE, TOKEN_PIN } from './soft-token.ts';

/** Certificates of one name: `key-kind`, where the kind says whether it holds and what it is for. */
const KINDS = {
  ended: ['-startdate', '20200101000000Z', '-enddate', '20210101000000Z'],
  valid: ['-days', '365'],
  later: ['-days', '900'],
  coming: ['-startdate', '20900101000000Z', '-enddate', '20950101000000Z'],
  sealing: ['-days', '800'],
};
type Kind = keyof typeof KINDS;
type Certificate = `${'a' | 'b'}-${Kind}`;
const SIGNING = 'keyUsage=critical,digitalSignature,nonRepudiation\n';
const ENCRYPTING = 'keyUsage=critical,keyEncipherment\n';

const folder = folderOfTests();
const at = (file: string) => join(folder, file);
const openssl = (...words: string[]) => run('openssl', ...words);

/** An authority of `openssl ca`, which alone sets both dates of a certificate. */
function makeCertificates(): void {
  writeFileSync(at('signing'), SIGNING);
  writeFileSync(at('encrypting'), ENCRYPTING);
  writeFileSync(at('index'), '');
  writeFileSync(
    at('config'),
    `[ca]
default_ca=own
[own]
database=${at('index')}
new_certs_dir=${folder}
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

const subject = (commonName: string) => ['-subj', `/CN=${commonName}`];
const certificateAt = (which: string) => new X509Certificate(readFileSync(at(`${which}.pem`)));

/** Which of the certificates it is. */
function named(der: Buffer): string | undefined {
  const { fingerprint256 } = new X509Certificate(der);
  const all = ['a', 'b'].flatMap((key) => Object.keys(KINDS).map((kind) => `${key}-${kind}`));
  return all.find((each) => certificateAt(each).fingerprint256 === fingerprint256);
}

async function expectSigning(
  key: { certificate: Buffer; sign(bytes: Buffer): Promise<Buffer> },
  taken: string,
): Promise<void> {
  expect(named(key.certificate)).toBe(taken);
  const words = Buffer.from('văn bản ví dụ');
  const { publicKey } = new X509Certificate(key.certificate);
  expect(verify('sha256', words, publicKey, await key.sign(words))).toBe(true);
}

const tools = ['openssl', 'certutil', 'pk12util'].filter((tool) => !isInstalled(tool));

describeWhere(tools, 'A PKCS#12 file with several certificates', () => {
  beforeAll(makeCertificates);

  const PASSWORD = 'matkhau';
  const exported = (file: string, key: string, certificates: string[]): Buffer => {
    const all = certificates.map((each) => readFileSync(at(`${each}.pem`), 'latin1')).join('');
    writeFileSync(at('all.pem'), all);
    const from = ['-inkey', at(`${key}.key`), '-in', at('all.pem'), '-certfile', at('ca.pem')];
    openssl('pkcs12', '-export', ...from, '-passout', `pass:${PASSWORD}`, '-out', at(file));
    return readFileSync(at(file));
  };

  it.each<[Certificate[], Certificate]>([
    [['a-ended', 'a-valid'], 'a-valid'],
    [['a-valid', 'a-ended'], 'a-valid'],
    [['a-coming', 'a-valid'], 'a-valid'],
    [['a-valid', 'a-later'], 'a-later'],
    [['a-sealing', 'a-valid'], 'a-valid'],
    [['a-valid', 'b-later'], 'a-valid'],
    [['a-ended', 'b-valid'], 'a-ended'],
  ])('and one key: of %j it takes %s', async (certificates, taken) => {
    await expectSigning(
      await Pkcs12Key.open(exported('one.p12', 'a', certificates), PASSWORD),
      taken,
    );
  });

  it('and one key that is for encryption alone is refused in words', async () => {
    const file = exported('sealing.p12', 'a', ['a-sealing']);
    await expect(Pkcs12Key.open(file, PASSWORD)).rejects.toMatchObject({
      code: 'certificate-not-for-signing',
      message: expect.stringContaining('chỉ dùng để mã hóa'),
    });
  });

  /** NSS, as Firefox and Thunderbird: a name's pairs all go into one file. */
  const fromNss = (pairs: [key: string, certificate: Certificate][], file: string): Buffer => {
    const database = `sql:${at(file)}-nss`;
    mkdirSync(`${at(file)}-nss`);
    run('certutil', '-N', '-d', database, '--empty-password');
    for (const [key, certificate] of pairs) {
      exported('pair.p12', key, [certificate]);
      run('pk12util', '-i', at('pair.p12'), '-d', database, '-W', PASSWORD);
    }
    const nickname = /^(.+?)\s+u,u,u$/m.exec(run('certutil', '-L', '-d', database))![1]!;
    run('pk12util', '-o', at(file), '-d', database, '-n', nickname.trim(), '-W', PASSWORD);
    return readFileSync(at(file));
  };

  it.each<[[string, Certificate][], Certificate]>([
    [
      [
        ['a', 'a-ended'],
        ['b', 'b-valid'],
      ],
      'b-valid',
    ],
    [
      [
        ['a', 'a-valid'],
        ['b', 'b-sealing'],
      ],
      'a-valid',
    ],
  ])('and several keys, as NSS writes it: of %j it takes %s', async (pairs, taken) => {
    const file = fromNss(pairs, `${pairs.map(([, each]) => each).join('+')}.p12`);
    const key = await Pkcs12Key.open(file, PASSWORD);
    await expectSigning(key, taken);
    expect(key.chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=CA vi du']);
  });
});

describeWhere(
  [...tools, ...missingForTokens()],
  'A token with several certificates under one id',
  () => {
    const token = (label: string) => ({
      ...{ module: TOKEN_MODULE, label, id: 'a1', pinVariable: 'SEVERAL_PIN' },
      chain: [],
    });
    const tool = (name: string, ...words: string[]) =>
      execFileSync(name, words, { env: process.env, stdio: 'pipe' });

    beforeAll(() => {
      makeCertificates();
      const home = at('tokens');
      mkdirSync(home);
      writeFileSync(at('softhsm2.conf'), `directories.tokendir = ${home}\n`);
      process.env['SOFTHSM2_CONF'] = at('softhsm2.conf');
      process.env['SEVERAL_PIN'] = TOKEN_PIN;
    });

    const fill = (label: string, certificates: string[], nameOf = (each: string) => each) => {
      const pins = ['--pin', TOKEN_PIN, '--so-pin', '0000'];
      tool('softhsm2-util', '--init-token', '--free', '--label', label, ...pins);
      const target = ['--token', label, '--label', 'khoa', '--id', 'a1', '--pin', TOKEN_PIN];
      tool('softhsm2-util', '--import', at('a.key'), ...target);
      for (const certificate of certificates) {
        const own = at(`${certificate}.der`);
        writeFileSync(own, certificateAt(certificate).raw);
        const where = [
          '--module',
          TOKEN_MODULE,
          '--token-label',
          label,
          '--login',
          '--pin',
          TOKEN_PIN,
        ];
        tool(
          'pkcs11-tool',
          ...where,
          '--write-object',
          own,
          '--type',
          'cert',
          '--id',
          'a1',
          '--label',
          nameOf(certificate),
        );
      }
    };

    it.each<[string, Certificate[], Certificate]>([
      ['renewed', ['a-ended', 'a-valid'], 'a-valid'],
      ['renewed-first', ['a-valid', 'a-ended'], 'a-valid'],
      ['both-hold', ['a-later', 'a-valid'], 'a-later'],
      ['not-yet', ['a-valid', 'a-coming'], 'a-valid'],
      ['encryption', ['a-sealing', 'a-valid'], 'a-valid'],
      ['of-another-key', ['b-later', 'a-valid'], 'a-valid'],
      ['ended-alone', ['b-later', 'a-ended'], 'a-ended'],
    ])('%s: of %j it takes %s', async (label, certificates, taken) => {
      fill(label, certificates);
      await expectSigning(await Pkcs11Key.open(token(label)), taken);
    });

    it('is refused in words where their labels do not tell them apart', async () => {
      fill('same', ['a-ended', 'a-valid'], () => 'chung thu');
      await expect(Pkcs11Key.open(token('same'))).rejects.toMatchObject({
        code: 'key-unreadable',
        message: expect.stringContaining('Hãy đặt nhãn khác nhau'),
      });
    });

    it.each<[string, Certificate[], string, string]>([
      ['strange', ['b-valid', 'b-later'], 'key-unreadable', 'Không có chứng thư số nào khớp'],
      ['sealing', ['a-sealing'], 'certificate-not-for-signing', 'chỉ dùng để mã hóa'],
    ])('%s: with %j alone it is refused in words', async (label, certificates, code, words) => {
      fill(label, certificates);
      await expect(Pkcs11Key.open(token(label))).rejects.toMatchObject({
        ...{ code, message: expect.stringContaining(words) },
      });
    });
  },
);
