import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../../src/dev/test-signing.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { signStatement } from '../../../src/engines/signatures/statement/sign-statement.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { verifyFile } from '../../../src/engines/signatures/verify-file.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { seedId, signed } from '../../support/seed.ts';
import { built } from '../../support/built.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

describeWith(['pdfsig', 'pdftotext'], 'a receipt', () => {
  let office: SendingOffice;
  let authority: TestAuthority;
  let folder: string;
  let link: string;

  beforeAll(async () => {
    folder = await scratchFolder();
    const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
    const SIGNING_CONFIG = await testSigning(folder, SAMPLE_OFFICE.office, signers);
    authority = await TestAuthority.open(folder);
    office = await sendingOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
    const id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.mailbox.received(80);
    const { text } = await office.mailbox.read(1);
    link = /(\/a\/[\w-]{43})\n/.exec(text!)![1]!;
  });
  afterAll(() => office?.close());

  const get = async (path: string) =>
    (await office.anyone.get(`${link}/${path}`).responseType('blob').expect(200)).body as Buffer;
  const judge = (bytes: Buffer) => verifyFile(bytes, { trustedRoots: [authority.root] });

  it('is there once the receipt is acknowledged, and offered on the page', async () => {
    await office.anyone.get(`${link}/receipt.json`).expect(409);
    await office.anyone.post(`${link}/acknowledgement`).type('form').send(PERSON).expect(303);
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain(`${link}/receipt.pdf`);
  });

  it('says as data who received which bytes, and whoever trusts the office can verify it', async () => {
    const json = await get('receipt.json');
    const content = JSON.parse(
      Buffer.from(JSON.parse(json.toString()).payload, 'base64url').toString(),
    );
    const file = await get('document.pdf');
    expect(content).toMatchObject({
      type: 'receipt',
      fileSha256: createHash('sha256').update(file).digest('hex'),
      acknowledgement: { ...PERSON, how: 'link' },
    });
    expect(judge(json).isGenuine).toBe(true);
    expect(judge(json).sentence).toContain('Chứng thư thử nghiệm');
  });

  it('tells whoever verifies which dispatch, bytes and recipient it is of; another file is refused', async () => {
    const [path, dispatch, other] = ['receipt.json', 'document.pdf', 'receipt.pdf'].map((name) =>
      join(folder, `own-${name}`),
    ) as [string, string, string];
    await writeFile(path, await get('receipt.json'));
    await writeFile(dispatch, await get('document.pdf'));
    await writeFile(other, await get('receipt.pdf'));
    const verify = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [built('src/ops/verify-command.ts'), ...args, '--root', join(folder, 'root.pem')],
        { cwd: packageRoot, encoding: 'utf8' },
      );
    const right = verify(path, '--of', dispatch);
    const hash = createHash('sha256')
      .update(await get('document.pdf'))
      .digest('hex');
    expect(right.stdout).toContain('Văn bản: 01/STTTT-CNTT-VT ngày ');
    expect(right.stdout).toContain(`SHA-256 của tệp: ${hash}`);
    expect(right.stdout).toMatch(/Tiếp nhận: \d{4}-.*, Nguyễn Văn An/);
    expect(right.status).toBe(0);
    const wrong = verify(path, '--of', other);
    expect(wrong.stdout).toContain('Biên nhận này là của một tệp khác');
    expect(wrong.status).toBe(1);
    const paper = verify(other, '--of', dispatch);
    expect(paper.stderr).toContain('--of chỉ dùng với BIEN-NHAN.json');
    expect(paper.status).toBe(2);
  });

  it('is refused when another office signed it, or when it is something else that we signed', async () => {
    const { payload } = JSON.parse((await get('receipt.json')).toString());
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const signedBy = async (name: string, said: object) => {
      const applicant = { purpose: 'agency' as const, name, organisation: name };
      const statement = await signStatement(said, await authority.holder(applicant));
      return judge(Buffer.from(JSON.stringify(statement)));
    };
    expect((await signedBy(SAMPLE_OFFICE.office.name, content)).isGenuine).toBe(true);
    expect((await signedBy('Sở Tư pháp', content)).findings).toContainEqual(
      expect.objectContaining({ code: 'statement-of-another', verdict: 'failed' }),
    );
    const list = { ...content, type: 'evidence' };
    expect((await signedBy(SAMPLE_OFFICE.office.name, list)).findings).toContainEqual(
      expect.objectContaining({ code: 'receipt-unreadable', verdict: 'indeterminate' }),
    );
  });

  it('says the same on paper, signed by the office, as others judge too', async () => {
    const pdf = await get('receipt.pdf');
    const path = join(folder, 'receipt.pdf');
    await writeFile(path, pdf);
    const words = run('pdftotext', '-layout', path, '-');
    expect(words).toContain('BIÊN NHẬN VĂN BẢN ĐIỆN TỬ');
    expect(words).toContain('Nguyễn Văn An, Văn thư');
    expect(run('pdfsig', '-nocert', path)).toContain('Signature is Valid.');
    expect(judge(pdf).findings.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(judge(pdf).sentence).toContain('Biên nhận thật và nguyên vẹn');
  });

  it('is the same bytes every time', async () => {
    expect((await get('receipt.json')).equals(await get('receipt.json'))).toBe(true);
    expect((await get('receipt.pdf')).equals(await get('receipt.pdf'))).toBe(true);
  });

  it('is refused when a word of it is changed, in either form', async () => {
    const statement = JSON.parse((await get('receipt.json')).toString());
    const content = JSON.parse(Buffer.from(statement.payload, 'base64url').toString());
    const forged = { ...content, fileSha256: '0'.repeat(64) };
    const payload = Buffer.from(JSON.stringify(forged)).toString('base64url');
    const report = judge(Buffer.from(JSON.stringify({ ...statement, payload })));
    expect(report.isGenuine).toBe(false);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'statement-differs' }));
    const pdf = await get('receipt.pdf');
    const at = pdf.indexOf('/Title');
    pdf[at + 12]! ^= 1;
    expect(judge(pdf).isGenuine).toBe(false);
  });

  it.each([
    ['no algorithm', { alg: 'none' }],
    ['a shared secret', { alg: 'HS256' }],
    ['another kind of key', { alg: 'ES256' }],
    ['rules nobody knows', { crit: ['b64'], b64: false }],
    ['no certificate', { x5c: [] }],
  ])('is refused with %s in its header', async (_, change) => {
    const statement = JSON.parse((await get('receipt.json')).toString());
    const header = JSON.parse(Buffer.from(statement.protected, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...header, ...change })).toString('base64url');
    const forged = JSON.stringify({ ...statement, protected: changed });
    expect(judge(Buffer.from(forged)).isGenuine).toBe(false);
  });

  it('is refused by whoever does not trust the office', async () => {
    const other = await TestAuthority.open(join(folder, 'other'));
    for (const form of ['receipt.json', 'receipt.pdf']) {
      const report = verifyFile(await get(form), { trustedRoots: [other.root] });
      expect(report.findings).toContainEqual(expect.objectContaining({ code: 'untrusted' }));
    }
  });
});
