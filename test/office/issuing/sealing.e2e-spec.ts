import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../../src/dev/test-signing.ts';
import { IssuingService } from '../../../src/office/issuing/issuing.service.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';

describe('a dispatch signed and sealed', () => {
  let directory: string;
  let authority: TestAuthority;
  let office: TestOffice;
  let drafter: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    directory = join(await scratchFolder(), 'authority');
    const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
    const SIGNING_CONFIG = await testSigning(directory, SAMPLE_OFFICE.office, signers);
    authority = await TestAuthority.open(directory);
    office = await testOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const aSigned = async () => {
    const id = await draftedBy(drafter, await aDraft(office));
    await signed(office, id);
    return id;
  };
  const file = async (id: string) =>
    (await clerk.get(`/api/dispatches/${id}/document`).expect(200)).body as Buffer;
  const verified = (pdf: Buffer) => verifyDispatch(pdf, { trustedRoots: [authority.root] });

  it('carries the person’s signature before it has a number', async () => {
    const report = verified(await file(await aSigned()));
    expect(report.isGenuine).toBe(false);
    expect(report.signatures.map(({ role, integrity }) => [role, integrity])).toEqual([
      ['person', 'intact'],
    ]);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'seal-missing' }));
  });

  it('carries number, date and seal once issued, and is genuine', async () => {
    const id = await aSigned();
    const before = await file(id);
    const { body } = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const after = await file(id);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const report = verified(after);
    expect(report).toMatchObject({ isGenuine: true, number: String(body.number).padStart(2, '0') });
    const names = report.signatures.map(({ signer }) => signer?.commonName);
    expect(names).toEqual([
      'Vũ Xuân Thành (thử nghiệm)',
      'Sở Thông tin và Truyền thông (thử nghiệm)',
    ]);
  });

  it('gets its seal with the same number when the seal was interrupted', async () => {
    const id = await aSigned();
    const { body } = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const sealed = await file(id);
    await office.database.query('DELETE FROM delivery_runs WHERE dispatch_id = $1', [id]);
    await office.database.query('UPDATE issuances SET file_sha256 = NULL WHERE dispatch_id = $1', [
      id,
    ]);
    await office.app.get(IssuingService, { strict: false }).finishAll();
    const again = await file(id);
    expect(verified(again)).toMatchObject({ isGenuine: true });
    expect(again.equals(sealed)).toBe(true);
    const read = await clerk.get(`/api/dispatches/${id}`).expect(200);
    expect(read.body.number).toBe(body.number);
  });

  it('is refused, before a number is taken, when the seal’s certificate was revoked', async () => {
    const id = await aSigned();
    const numbers = 'SELECT last_number FROM registers';
    const before = await office.database.query(numbers);
    const { name } = SAMPLE_OFFICE.office;
    const { certificate } = await authority.holder({ purpose: 'agency', name, organisation: name });
    await authority.revoke(certificate, new Date());
    await authority.revocationList();
    const refused = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(refused.body).toMatchObject({ type: 'certificate-revoked' });
    expect(await office.database.query(numbers)).toEqual(before);
  });

  it('leaves no key or password in database and settings', async () => {
    const settings = await readFile(join(directory, 'signing-STTTT.json'), 'utf8');
    const password = (await readFile(authority.passwordFile, 'utf8')).trim();
    expect(settings).not.toContain(password);
    const entries = await office.database.query('SELECT details::text FROM journal_entries');
    expect(JSON.stringify(entries)).not.toContain(password);
  });
});
