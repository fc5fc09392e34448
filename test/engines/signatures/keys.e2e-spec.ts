import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish, toBeSigned } from '../../../src/engines/signatures/finish.ts';
import { preparePerson, signWith } from '../../../src/engines/signatures/dispatch-signatures.ts';
import type { KeyHolder } from '../../../src/engines/signatures/keys/key-holder.ts';
import { Pkcs11Key } from '../../../src/engines/signatures/keys/pkcs11-key.ts';
import { withPkcs12Key } from '../../../src/engines/signatures/keys/pkcs12-key.ts';
import { RemoteKey } from '../../../src/engines/signatures/keys/remote-key.ts';
import { reopen } from '../../../src/engines/signatures/pdf/signature-holes.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWhere, describeWith, isInstalled, run } from '../page/outside-tool.ts';
import { anOffice, folderOfTests, type Office, SIGNER, unsigned } from './office.ts';
import { type SigningService, startSigningService } from './signing-service.ts';

const folder = folderOfTests();
const PERSON = {
  purpose: 'person' as const,
  name: SIGNER,
  organisation: 'Sở Khoa học và Công nghệ tỉnh Hưng Yên',
};
let drawn: Buffer;

beforeAll(async () => {
  drawn = await unsigned();
});

const prepared = () => preparePerson(drawn, { signer: SIGNER, signedAt: new Date() });

async function personSigns(office: Office, key: KeyHolder): Promise<boolean> {
  const pdf = await signWith(prepared(), key);
  const { signatures } = verifyDispatch(pdf, { trustedRoots: [office.authority.root] });
  return signatures[0]!.integrity === 'intact' && signatures[0]!.trust === 'passed';
}

describe.each(['RSA-2048', 'P-256'] as const)('A %s key', (kind) => {
  let office: Office;
  let keyFile: string;

  beforeAll(async () => {
    office = await anOffice(folder, kind);
    keyFile = await office.authority.keyFile(PERSON);
  });

  it('signs from a PKCS#12 file whose password stands in a file, and is out of reach afterwards', async () => {
    let kept: KeyHolder | undefined;
    await withPkcs12Key(keyFile, { file: office.authority.passwordFile }, async (key) => {
      kept = key;
      expect(await personSigns(office, key)).toBe(true);
    });
    await expect(kept!.sign(Buffer.from('sau đó'))).rejects.toThrow('Tệp khóa đã đóng');
  });

  it('signs in another process: prepared bytes wait, the signature comes back', async () => {
    const stored = Buffer.from(prepared().pdf);
    const open = reopen(stored);
    const signature = await office.person.sign(toBeSigned(open, office.person));
    const pdf = finish(open, office.person, signature);
    const { signatures } = verifyDispatch(pdf, { trustedRoots: [office.authority.root] });
    expect(signatures[0]).toMatchObject({ integrity: 'intact', trust: 'passed' });
  });

  it('never lets a signature of another key into the file', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const open = prepared();
    const wrong = sign('sha256', toBeSigned(open, office.person), privateKey);
    expect(() => finish(open, office.person, wrong)).toThrow(
      expect.objectContaining({ code: 'signature-mismatch' }),
    );
  });

  describeWith(['openssl'], 'kept by a signing service', () => {
    let service: SigningService;
    beforeAll(async () => {
      const key = join(folder, `service-${kind}.pem`);
      const password = ['-passin', `file:${office.authority.passwordFile}`];
      run('openssl', 'pkcs12', '-in', keyFile, '-nocerts', '-nodes', '-out', key, ...password);
      const { certificate, chain } = office.person;
      service = await startSigningService({
        key,
        certificates: [certificate, ...chain],
        pin: '246810',
      });
    });
    afterAll(() => service.close());

    const remote = (pin: string, url = service.url) =>
      RemoteKey.connect({
        url,
        credential: 'tran-thi-minh-hanh',
        accessToken: () => Promise.resolve('mot-the-truy-cap'),
        pin: () => Promise.resolve(pin),
      });

    it('signs a hash by HTTP', async () => {
      expect(await personSigns(office, await remote('246810'))).toBe(true);
      expect(service.calls).toEqual([
        'credentials/info',
        'credentials/authorize',
        'signatures/signHash',
      ]);
    });

    it('is refused with a wrong PIN, in words that say what to do and not the PIN', async () => {
      const signing = personSigns(office, await remote('000000'));
      await expect(signing).rejects.toMatchObject({
        code: 'signing-service-refused',
        message: expect.not.stringContaining('000000'),
      });
    });

    it('says so when nobody answers', async () => {
      await expect(remote('246810', 'http://127.0.0.1:9/csc/v2')).rejects.toMatchObject({
        code: 'signing-service-unavailable',
      });
    });
  });

  const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
  const missing = ['pkcs11-tool', 'softhsm2-util', 'openssl'].filter((tool) => !isInstalled(tool));
  if (!existsSync(MODULE)) missing.push(MODULE);

  describeWhere(missing, 'on a token (SoftHSM)', () => {
    beforeAll(() => {
      const home = join(folder, `token-${kind}`);
      mkdirSync(home);
      writeFileSync(join(home, 'softhsm2.conf'), `directories.tokendir = ${home}\n`);
      process.env['SOFTHSM2_CONF'] = join(home, 'softhsm2.conf');
      process.env['TEST_TOKEN_PIN'] = '1357';
      const password = ['-passin', `file:${office.authority.passwordFile}`];
      const [key, certificate] = [join(home, 'key.pem'), join(home, 'certificate.der')];
      run('openssl', 'pkcs12', '-in', keyFile, '-nocerts', '-nodes', '-out', key, ...password);
      writeFileSync(certificate, office.person.certificate);
      const tool = (name: string, ...args: string[]) =>
        execFileSync(name, args, { env: process.env, stdio: 'pipe' });
      tool(
        'softhsm2-util',
        '--init-token',
        '--free',
        '--label',
        'van-thu',
        '--pin',
        '1357',
        '--so-pin',
        '0000',
      );
      tool(
        'softhsm2-util',
        '--import',
        key,
        '--token',
        'van-thu',
        '--label',
        'khoa',
        '--id',
        'a1',
        '--pin',
        '1357',
      );
      const target = ['--module', MODULE, '--token-label', 'van-thu', '--login', '--pin', '1357'];
      tool('pkcs11-tool', ...target, '--write-object', certificate, '--type', 'cert', '--id', 'a1');
    });

    const token = (pinVariable: string) => ({
      module: MODULE,
      label: 'van-thu',
      id: 'a1',
      pinVariable,
      chain: [office.authority.root],
    });

    it('signs through PKCS#11', async () => {
      expect(await personSigns(office, await Pkcs11Key.open(token('TEST_TOKEN_PIN')))).toBe(true);
    });

    it('is refused without the right PIN', async () => {
      process.env['TEST_WRONG_PIN'] = '9999';
      const key = await Pkcs11Key.open(token('TEST_WRONG_PIN'));
      await expect(key.sign(Buffer.from('x'))).rejects.toMatchObject({ code: 'key-refused' });
    });
  });
});
