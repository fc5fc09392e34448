import 'reflect-metadata';
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Extension,
  GeneralNames,
  X509Certificate as Issued,
  X509Crl,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509';
import { readCertificates } from '../../../src/engines/signatures/certificates/read-certificates.ts';
import {
  readRevocationLists,
  revocationListsIn,
} from '../../../src/engines/signatures/certificates/read-revocation-lists.ts';
import { revocationOf } from '../../../src/engines/signatures/certificates/revocation-list.ts';
import { signingAlgorithm, webKey } from '../../../src/dev/test-authority/key-kind.ts';
import { describeWith, run } from '../page/outside-tool.ts';
import { folderOfTests } from './office.ts';
import { type ForeignAuthority, foreignAuthority } from './producers/foreign-authority.ts';
import { opensslList, point } from './producers/openssl-list.ts';
import { ADDRESS, CASES, type Made } from './revocation-cases.ts';

describeWith(['openssl'], 'What a list of revoked certificates says', () => {
  const folder = folderOfTests();
  let authority: ForeignAuthority;
  const ders: Record<string, Buffer> = {};

  beforeAll(async () => {
    authority = foreignAuthority(folder);
    const at = (file: string) => join(folder, file);
    const namesake = ['-new', '-x509', '-key', authority.signers.rsa.key];
    run('openssl', 'req', ...namesake, '-subj', '/C=VN/CN=CA vi du', '-out', at('namesake.pem'));
    writeFileSync(at('namesake.key'), readFileSync(authority.signers.rsa.key));
    writeFileSync(at('with-point'), `crlDistributionPoints=URI:${ADDRESS}\n`);
    run(
      ...(['openssl', 'x509', '-req', '-sha256', '-in', at('rsa.csr')] as const),
      ...['-CA', authority.middle, '-CAkey', at('middle.key'), '-set_serial', '7'],
      ...['-extfile', at('with-point'), '-out', at('with-point.pem')],
    );
    const files = {
      signer: authority.signers.rsa.certificate,
      middle: authority.middle,
      root: authority.root,
      'with-point': at('with-point.pem'),
    };
    for (const [who, file] of Object.entries(files)) ders[who] = (await readCertificates(file))[0]!;
  });

  const made = ({ by = 'middle', ...order }: Made) => {
    const own = { certificate: join(folder, `${by}.pem`), key: join(folder, `${by}.key`) };
    return revocationListsIn(Buffer.from(opensslList(folder, { ...own, ...order })))!;
  };

  it.each(CASES)('%s (about %s)', (_title, about, orders, says) => {
    const issuer = ders[about === 'middle' ? 'root' : 'middle']!;
    const said = revocationOf(ders[about]!, issuer, orders.flatMap(made), new Date());
    expect(said.status === 'unknown' ? said.lacks : said.status).toBe(says);
  });

  it.each([
    ['another issuer', ['CN=CA khac, C=VN'], 'good'],
    ['the list’s own issuer', [], 'revoked'],
    ['its issuer by name, after another', ['CN=CA khac', 'C=VN, CN=CA vi du'], 'revoked'],
    ['another issuer, named by the entry before', ['CN=CA khac', undefined], 'good'],
  ])('indirect, naming the number of %s', async (_whose, issuers, says) => {
    const key = createPrivateKey(readFileSync(join(folder, 'middle.key')));
    const middle = new Issued(new Uint8Array(ders['middle']!));
    const [base] = made({ extensions: point('indirectCRL=TRUE') });
    const { extensions } = new X509Crl(new Uint8Array(base!));
    const numbers = issuers.length === 0 ? [undefined] : issuers;
    const entries = numbers.map((issuer, index) => ({
      serialNumber: index === numbers.length - 1 ? '07' : '09',
      reason: X509CrlReason.keyCompromise,
      // The generator's own `issuer` writes something else (findings/x509-entry-issuer.sh).
      ...(issuer !== undefined && { extensions: [ownedBy(issuer)] }),
    }));
    const list = await X509CrlGenerator.create({
      issuer: middle.subjectName,
      extensions,
      entries,
      nextUpdate: new Date(Date.now() + 86_400_000),
      signingKey: await webKey(key, 'sign'),
      signingAlgorithm: signingAlgorithm(key),
    });
    const lists = [Buffer.from(list.rawData)];
    expect(revocationOf(ders['signer']!, ders['middle']!, lists, new Date()).status).toBe(says);
  });

  it('is read from DER, and from PEM with one list or many under either name', async () => {
    const pem = opensslList(folder, {
      certificate: authority.middle,
      key: join(folder, 'middle.key'),
    });
    const [der] = revocationListsIn(Buffer.from(pem))!;
    const forms: [string | Buffer, number][] = [
      [der!, 1],
      [pem, 1],
      [`Danh sách của CA ví dụ\r\n${pem.replaceAll('\n', '\r\n')}`, 1],
      [pem + pem, 2],
      [pem.replaceAll('X509 CRL', 'CRL'), 1],
    ];
    for (const [content, count] of forms) {
      writeFileSync(join(folder, 'given.crl'), content);
      const lists = await readRevocationLists(join(folder, 'given.crl'));
      expect(lists).toEqual(Array.from({ length: count }, () => der));
    }
  });

  it.each([
    ['empty', () => ''],
    ['words', () => 'không phải danh sách'],
    ['a certificate', () => readFileSync(authority.middle)],
    ['a list cut off', () => made({})[0]!.subarray(0, -20)],
    ['a list and one cut off', (pem: string) => pem + pem.slice(0, -40)],
    ['PEM around something else', (pem: string) => pem.replace(/\n.{64}\n/, '\n')],
  ])('is refused in words when it is %s', async (_what, from) => {
    const own = { certificate: authority.middle, key: join(folder, 'middle.key') };
    writeFileSync(join(folder, 'bad.crl'), from(opensslList(folder, own)));
    await expect(readRevocationLists(join(folder, 'bad.crl'))).rejects.toMatchObject({
      code: 'revocation-list-unreadable',
      message: expect.stringContaining('Hãy chọn tệp CRL dạng PEM hoặc DER'),
    });
  });
});

const ownedBy = (issuer: string) => {
  const names = new GeneralNames([{ type: 'dn', value: issuer }]);
  return new Extension('2.5.29.29', true, names.rawData);
};
