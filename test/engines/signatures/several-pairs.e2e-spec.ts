import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Pkcs12Key } from '../../../src/engines/signatures/keys/pkcs12-key.ts';
import { describeWhere, isInstalled, run } from '../page/outside-tool.ts';
import { folderOfTests } from './office.ts';
import { type Certificate, expectSigning, Pairs } from './pairs.ts';

const pairs = new Pairs(folderOfTests());
const tools = ['openssl', 'certutil', 'pk12util'].filter((tool) => !isInstalled(tool));

describeWhere(tools, 'A PKCS#12 file with several certificates', () => {
  beforeAll(() => pairs.make());

  const PASSWORD = 'matkhau';
  const exported = (file: string, key: string, certificates: string[]): Buffer => {
    const all = certificates
      .map((each) => readFileSync(pairs.at(`${each}.pem`), 'latin1'))
      .join('');
    writeFileSync(pairs.at('all.pem'), all);
    const from = [
      '-inkey',
      pairs.at(`${key}.key`),
      '-in',
      pairs.at('all.pem'),
      '-certfile',
      pairs.at('ca.pem'),
    ];
    run(
      'openssl',
      'pkcs12',
      '-export',
      ...from,
      '-passout',
      `pass:${PASSWORD}`,
      '-out',
      pairs.at(file),
    );
    return readFileSync(pairs.at(file));
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
      pairs,
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
  const fromNss = (several: [key: string, certificate: Certificate][], file: string): Buffer => {
    const database = `sql:${pairs.at(file)}-nss`;
    mkdirSync(`${pairs.at(file)}-nss`);
    run('certutil', '-N', '-d', database, '--empty-password');
    for (const [key, certificate] of several) {
      exported('pair.p12', key, [certificate]);
      run('pk12util', '-i', pairs.at('pair.p12'), '-d', database, '-W', PASSWORD);
    }
    const nickname = /^(.+?)\s+u,u,u$/m.exec(run('certutil', '-L', '-d', database))![1]!;
    run('pk12util', '-o', pairs.at(file), '-d', database, '-n', nickname.trim(), '-W', PASSWORD);
    return readFileSync(pairs.at(file));
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
  ])('and several keys, as NSS writes it: of %j it takes %s', async (several, taken) => {
    const file = fromNss(several, `${several.map(([, each]) => each).join('+')}.p12`);
    const key = await Pkcs12Key.open(file, PASSWORD);
    await expectSigning(pairs, key, taken);
    expect(key.chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=CA vi du']);
  });
});
