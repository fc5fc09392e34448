import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pkcs12Key } from '../../../src/engines/signatures/keys/pkcs12-key.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { describeWhere, isInstalled, run } from '../page/outside-tool.ts';
import { inPieces, withoutMac } from './in-pieces.ts';
import { BOUNCY_CASTLE_MISSING, JARS } from './judges.ts';
import { folderOfTests } from './office.ts';
import { type Certificate, expectSigning, Pairs } from './pairs.ts';
import { sampled } from '../../support/lane.ts';

const pairs = new Pairs(folderOfTests());
const PASSWORD = 'mật khẩu';
const missing = ['openssl'].filter((tool) => !isInstalled(tool));

/** Key of a certificate: the letter before its kind. */
const keyOf = (certificate: Certificate) => certificate.slice(0, 1);

describeWhere(missing, 'A PKCS#12 file in BER', () => {
  beforeAll(() => pairs.make());

  const exported = (certificates: Certificate[], ...options: string[]) => {
    const all = certificates
      .map((each) => readFileSync(pairs.at(`${each}.pem`), 'latin1'))
      .join('');
    writeFileSync(pairs.at('all.pem'), all);
    const key = pairs.at(`${keyOf(certificates[0]!)}.key`);
    const from = ['-inkey', key, '-in', pairs.at('all.pem'), '-name', 'Van thu'];
    const to = ['-passout', `pass:${PASSWORD}`, '-out', pairs.at('one.p12')];
    run('openssl', 'pkcs12', '-export', ...from, ...options, ...to);
    return readFileSync(pairs.at('one.p12'));
  };
  const schemes = (key: string, certificates: string) => [
    '-keypbe',
    key,
    '-certpbe',
    certificates,
    ...(key.startsWith('PBE') ? ['-legacy'] : []),
  ];

  describe.each(
    sampled<[string, string[]]>(
      [
        ['AES-256', []],
        ['AES-128', schemes('aes-128-cbc', 'aes-192-cbc')],
        ['3DES by PBES2', schemes('des-ede3-cbc', 'des-ede3-cbc')],
        ['3DES of two keys and RC2 of 128 bits', schemes('PBE-SHA1-2DES', 'PBE-SHA1-RC2-128')],
        ['3DES and RC2 of 40 bits', schemes('PBE-SHA1-3DES', 'PBE-SHA1-RC2-40')],
        ['nothing', schemes('NONE', 'NONE')],
      ],
      2,
    ),
  )('encrypted by %s', (_name, options) => {
    it('opens in one piece and in many, with a MAC and without', async () => {
      const whole = exported(['a-ended', 'a-valid'], ...options);
      const open = withoutMac(whole);
      // A MAC is over the octets inside as they are written.
      const forms = [whole, inPieces(whole, 'outside'), open, inPieces(open, 'everywhere')];
      for (const file of forms) {
        await expectSigning(pairs, await Pkcs12Key.open(file, PASSWORD), 'a-valid');
      }
    });
  });

  it('with a wrong password is not opened, which is said in words', async () => {
    for (const file of [exported(['a-valid']), withoutMac(exported(['a-valid']))]) {
      for (const form of [file, inPieces(file, 'outside')]) {
        await expect(Pkcs12Key.open(form, 'mật khẩu khác')).rejects.toMatchObject({
          code: 'key-unreadable',
          message: expect.stringContaining('mật khẩu không đúng'),
        });
      }
    }
  });

  it.each(['', 'ascii', 'mật khẩu có dấu', 'é của Latin-1'])(
    'opens with the password “%s”',
    async (password) => {
      for (const options of [[], schemes('PBE-SHA1-3DES', 'PBE-SHA1-RC2-40')]) {
        const from = ['-inkey', pairs.at('a.key'), '-in', pairs.at('a-valid.pem')];
        const to = ['-passout', `pass:${password}`, '-out', pairs.at('words.p12')];
        run('openssl', 'pkcs12', '-export', ...from, ...options, ...to);
        const key = await Pkcs12Key.open(readFileSync(pairs.at('words.p12')), password);
        await expectSigning(pairs, key, 'a-valid');
      }
    },
  );
});

describeWhere([...missing, ...BOUNCY_CASTLE_MISSING], 'A key file of Bouncy Castle', () => {
  beforeAll(() => pairs.make());

  const written = (kind: string, certificates: Certificate[]) => {
    const files = certificates.flatMap((certificate) => {
      const [key, der] = [pairs.at(`${keyOf(certificate)}.der`), pairs.at(`${certificate}.der`)];
      const info = ['-topk8', '-nocrypt', '-outform', 'DER', '-out', key];
      run('openssl', 'pkcs8', ...info, '-in', pairs.at(`${keyOf(certificate)}.key`));
      writeFileSync(der, pairs.certificate(certificate).raw);
      return [key, der];
    });
    const source = join(packageRoot, 'test/engines/signatures/producers/KeyFile.java');
    const out = pairs.at('bouncy.p12');
    run(
      'java',
      '-Dfile.encoding=UTF-8',
      '-cp',
      JARS.join(':'),
      source,
      kind,
      out,
      'mat-khau',
      ...files,
    );
    return readFileSync(out);
  };

  it.each(
    sampled<['old' | 'new' | 'store', Certificate[], Certificate]>(
      [
        ['old', ['a-ended', 'b-valid'], 'b-valid'],
        ['old', ['a-valid', 'b-sealing'], 'a-valid'],
        ['new', ['a-ended', 'b-valid'], 'b-valid'],
        ['new', ['b-coming', 'a-valid'], 'a-valid'],
        ['new', ['a-valid', 'b-later'], 'b-later'],
        ['store', ['a-ended', 'b-valid'], 'b-valid'],
        ['store', ['b-sealing', 'a-valid'], 'a-valid'],
      ],
      3,
    ),
  )('%s, of one name for %j, gives %s', async (kind, certificates, taken) => {
    const file = written(kind, certificates);
    // Indefinite length.
    expect(file[1]).toBe(0x80);
    await expectSigning(pairs, await Pkcs12Key.open(file, 'mat-khau'), taken);
    await expect(Pkcs12Key.open(file, 'khac')).rejects.toMatchObject({ code: 'key-unreadable' });
  });
});
