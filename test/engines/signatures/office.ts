import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';
import { renderDispatch } from '../../../src/engines/page/render-dispatch.ts';
import { archive } from '../../../src/engines/signatures/archive.ts';
import {
  preparePerson,
  prepareSeal,
  signWith,
} from '../../../src/engines/signatures/dispatch-signatures.ts';
import type { KeyHolder } from '../../../src/engines/signatures/keys/key-holder.ts';
import type { KeyKind } from '../../../src/dev/test-authority/key-kind.ts';
import { issueTimestampToken } from '../../../src/dev/test-authority/issue-timestamp.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { testImages } from '../../../src/dev/test-authority/test-images.ts';
import type { TimestampSource } from '../../../src/engines/signatures/timestamp/timestamp-client.ts';
import { letter } from '../page/corpus/build.ts';

export const SIGNER = 'Trần Thị Minh Hạnh';
export const AGENCY = 'Sở Khoa học và Công nghệ tỉnh Hưng Yên';
export const NUMBER = { number: '412', day: '24', month: '11' };

export interface Office {
  authority: TestAuthority;
  person: KeyHolder;
  agency: KeyHolder;
  /** A timestamp authority without a network in between. */
  timestamps: TimestampSource;
  timestamper: KeyHolder;
}

/** An office with a test authority of its own. */
export async function anOffice(folder: string, kind: KeyKind = 'P-256'): Promise<Office> {
  const authority = await TestAuthority.open(join(folder, `authority-${kind}`), kind);
  const holder = (purpose: 'person' | 'agency' | 'timestamping', name: string) =>
    authority.holder({ purpose, name, organisation: AGENCY });
  const timestamper = await holder('timestamping', 'Dấu thời gian');
  return {
    authority,
    person: await holder('person', SIGNER),
    agency: await holder('agency', AGENCY),
    timestamper,
    timestamps: { timestamp: (digest) => issueTimestampToken(digest, timestamper, new Date()) },
  };
}

/** The page as it goes to the signatory: number and date open. */
export async function unsigned(changes: Partial<OfficialDocument> = {}): Promise<Buffer> {
  const document = letter({ number: undefined, date: undefined, signerName: SIGNER, ...changes });
  return (await renderDispatch(document, { fields: true })).pdf;
}

export async function signed(office: Office, pdf: Buffer, signedAt = new Date()): Promise<Buffer> {
  const { signature: image } = await testImages();
  return signWith(preparePerson(pdf, { signer: SIGNER, signedAt, image }), office.person);
}

export async function sealed(
  office: Office,
  pdf: Buffer,
  numberAndDate: typeof NUMBER | null = NUMBER,
  sealedAt = new Date(),
): Promise<Buffer> {
  const { seal: image } = await testImages();
  const seal = { agency: AGENCY, sealedAt, image, ...(numberAndDate && { numberAndDate }) };
  return signWith(prepareSeal(pdf, seal), office.agency);
}

export async function archived(office: Office, pdf: Buffer): Promise<Buffer> {
  const revocationLists = [await office.authority.revocationList()];
  return archive(pdf, { revocationLists }, office.timestamps);
}

/** A folder for the files of one test file. */
export function folderOfTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'noi-nhan-signing-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
