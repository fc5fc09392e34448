import { join } from 'node:path';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { sampleSigners } from '../../src/dev/sample/sample-office.ts';
import { thaiBinh } from '../../src/dev/sample/thai-binh/sample.ts';
import { testSigning } from '../../src/dev/test-signing.ts';
import { TestAuthority } from '../../src/dev/test-authority/test-authority.ts';
import { testOffice, type TestOffice, type TestOfficeOptions } from './office.ts';
import { scratchFolder } from './scratch.ts';
import { aDraft, draftedBy, signed } from './seed.ts';

export interface SigningOffice extends TestOffice {
  authority: TestAuthority;
}

/** A sample office with keys of a test authority. */
export async function signingOffice(options: TestOfficeOptions = {}): Promise<SigningOffice> {
  const directory = join(await scratchFolder(), 'authority');
  const sample = options.sample ?? thaiBinh;
  const SIGNING_CONFIG = await testSigning(directory, sample.file.office, sampleSigners(sample));
  const office = await testOffice({
    directory: scaledDirectory(80, sample),
    ...options,
    env: { SIGNING_CONFIG, ...options.env },
  });
  return { ...office, authority: await TestAuthority.open(directory) };
}

/** A dispatch on the clerk's desk, signed. */
export async function aSigned(office: TestOffice, draft: Record<string, unknown> = {}) {
  const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office, draft));
  await signed(office, id);
  return id;
}

/** An issued dispatch and the file everyone gets. */
export async function anIssued(office: TestOffice, draft: Record<string, unknown> = {}) {
  const id = await aSigned(office, draft);
  const clerk = await office.as('vanthu');
  await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
  return { id, pdf: await documentOf(office, id) };
}

export async function documentOf(office: TestOffice, id: string): Promise<Buffer> {
  const clerk = await office.as('vanthu');
  return (await clerk.get(`/api/dispatches/${id}/document`).expect(200)).body;
}
