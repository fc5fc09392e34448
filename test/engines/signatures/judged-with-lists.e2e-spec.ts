import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { revocationListsIn } from '../../../src/engines/signatures/certificates/read-revocation-lists.ts';
import { IncrementalUpdate } from '../../../src/engines/signatures/pdf/incremental-update.ts';
import { Dictionary, dictionary, name } from '../../../src/engines/signatures/pdf/objects.ts';
import { PdfFile } from '../../../src/engines/signatures/pdf/pdf-file.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWith } from '../page/outside-tool.ts';
import {
  anOffice,
  archived,
  folderOfTests,
  type Office,
  sealed,
  signed,
  unsigned,
} from './office.ts';
import { type ListOrder, opensslList, point } from './producers/openssl-list.ts';

describeWith(['openssl'], 'A dispatch judged with a list', () => {
  const folder = folderOfTests();
  let office: Office;
  let pdf: Buffer;
  beforeAll(async () => {
    office = await anOffice(folder);
    pdf = await sealed(office, await signed(office, await unsigned()));
  });

  const listOf = (order: Partial<ListOrder> = {}) => {
    const home = join(folder, 'authority-P-256');
    const own = { certificate: join(home, 'root.pem'), key: join(home, 'root-key.pem') };
    return Buffer.from(opensslList(folder, { ...own, ...order }));
  };
  const judge = (file: Buffer, revocationLists: Buffer[] = []) => {
    const report = verifyDispatch(file, { trustedRoots: [office.authority.root], revocationLists });
    const remarks = report.findings
      .map(({ code }) => code)
      .filter((code) => /list|revo/.test(code));
    const { verdict, signatures, findings } = report;
    const messages = findings.map(({ message }) => message).join('\n');
    return { verdict, remarks: [...new Set(remarks)], messages, known: signatures[0]?.revocation };
  };

  const FOR_AUTHORITIES = { extensions: point('onlyCA=TRUE') };
  const ENDED = { from: '20250101000000Z', until: '20250201000000Z' };
  it.each<[string, () => Buffer[], string, string[], string]>([
    ['in PEM is cleared by it', () => [listOf()], 'good', [], ''],
    [
      'in PEM is refused by it',
      () => [listOf({ revoked: [[serialOf(office.person.certificate), 'keyCompromise']] })],
      ...(['revoked', ['revoked'], 'đã bị thu hồi'] as [string, string[], string]),
    ],
    [
      'for other certificates is told what is missing',
      () => [listOf(FOR_AUTHORITIES)],
      ...(['unknown', ['revocation-unknown', 'list-out-of-scope'], 'bổ sung danh sách đầy đủ'] as [
        string,
        string[],
        string,
      ]),
    ],
    [
      'that has ended is told what is missing',
      () => [listOf(ENDED)],
      ...(['unknown', ['revocation-unknown', 'list-ended'], 'bổ sung danh sách mới'] as [
        string,
        string[],
        string,
      ]),
    ],
    [
      'that cannot be read is told so',
      () => [Buffer.from('không phải danh sách')],
      ...(['unknown', ['list-unreadable', 'revocation-unknown'], 'không đọc được'] as [
        string,
        string[],
        string,
      ]),
    ],
  ])('%s', (_title, lists, known, remarks, words) => {
    const said = judge(pdf, lists());
    expect(said).toMatchObject({ known, remarks });
    expect(said.messages).toContain(words);
    expect(said.verdict).toBe(known === 'revoked' ? 'failed' : 'passed');
  });

  it.each([
    ['DER', (der: Buffer) => [new Dictionary(), der] as const],
    ['PEM', () => [new Dictionary(), listOf()] as const],
    [
      'DER, compressed',
      (der: Buffer) => [dictionary({ Filter: name('FlateDecode') }), deflateSync(der)] as const,
    ],
    [
      'PEM, compressed',
      () => [dictionary({ Filter: name('FlateDecode') }), deflateSync(listOf())] as const,
    ],
  ])('finds the list in the file, as %s', (_form, inFile) => {
    const [der] = revocationListsIn(listOf())!;
    const update = new IncrementalUpdate(new PdfFile(pdf));
    const stream = update.addStream(...inFile(der!));
    const store = update.add(dictionary({ Type: name('DSS'), CRLs: [stream] }));
    update.revise(update.file.catalogReference).set('DSS', store);
    expect(judge(update.write())).toMatchObject({ verdict: 'passed', known: 'good', remarks: [] });
  });

  it('says so when the list in the file cannot be read', async () => {
    const file = await archived(office, pdf);
    expect(judge(file)).toMatchObject({ verdict: 'passed', known: 'good', remarks: [] });
    const update = new IncrementalUpdate(new PdfFile(pdf));
    const stream = update.addStream(new Dictionary(), Buffer.from('không phải danh sách'));
    const store = update.add(dictionary({ Type: name('DSS'), CRLs: [stream] }));
    update.revise(update.file.catalogReference).set('DSS', store);
    const said = judge(update.write());
    expect(said).toMatchObject({ remarks: ['list-unreadable', 'revocation-unknown'] });
  });
});

const serialOf = (der: Buffer) => new X509Certificate(der).serialNumber;
