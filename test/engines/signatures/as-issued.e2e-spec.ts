import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../../src/dev/test-signing.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWhere, describeWith, run } from '../page/outside-tool.ts';
import { testOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { timestampService } from '../../support/timestamp-service.ts';
import { expectConformance } from './conformance.ts';
import {
  bouncyCastle,
  BOUNCY_CASTLE_MISSING,
  extract,
  JUDGES,
  mutool,
  opensslCades,
  opensslTimestamp,
  pdfsig,
  pemFile,
} from './judges.ts';
import { keyKinds } from './key-kinds.ts';

const NUMBERINGS = ['at-issue', 'before-signature'] as const;
const CASES = keyKinds().flatMap((kind) => NUMBERINGS.map((numbering) => ({ kind, numbering })));

/** What everyone is sent, drawn, signed, sealed and timestamped by the product itself, through HTTP. */
async function issuedBy({ kind, numbering }: (typeof CASES)[number]) {
  const directory = join(await scratchFolder(), 'authority');
  const authority = await TestAuthority.open(directory, kind);
  const service = await timestampService(authority);
  const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
  const timestamp = { url: service.url, waitSeconds: 30 };
  const { office: sample } = SAMPLE_OFFICE;
  const SIGNING_CONFIG = await testSigning(directory, sample, signers, { kind, timestamp });
  const env = { SIGNING_CONFIG, NUMBERING: numbering };
  const office = await testOffice({ directory: scaledDirectory(80), env });
  const [drafter, signer, clerk] = [
    await office.as('chuyenvien'),
    await office.as('phogiamdoc'),
    await office.as('vanthu'),
  ];
  const id = await draftedBy(drafter, await aDraft(office));
  await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
  if (numbering === 'before-signature') {
    await clerk.post(`/api/dispatches/${id}/number`).expect(201);
  }
  await signer.post(`/api/dispatches/${id}/signature`).expect(201);
  await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
  const pdf = (await clerk.get(`/api/dispatches/${id}/document`).expect(200)).body as Buffer;
  await office.close();
  await service.close();
  return { pdf, root: authority.root };
}

describe.each(CASES)('Issued by an office with $kind that numbers $numbering', (each) => {
  let root: Buffer;
  let whole: Buffer;
  let folder: string;
  /** As drawn, signed, sealed, timestamped. */
  let paths: string[];

  beforeAll(async () => {
    folder = await scratchFolder();
    ({ pdf: whole, root } = await issuedBy(each));
    const { revisions } = verifyDispatch(whole, { trustedRoots: [root] });
    paths = revisions.map(({ revision, length }) => {
      const path = join(folder, `${revision}.pdf`);
      writeFileSync(path, whole.subarray(0, length));
      return path;
    });
  }, 120_000);

  it('the file is genuine, B-LTA, and has four revisions', () => {
    const report = verifyDispatch(whole, { trustedRoots: [root] });
    expect(report).toMatchObject({ isGenuine: true, level: 'B-LTA', findings: [] });
    expect(paths).toHaveLength(4);
  });

  describeWith([...JUDGES, 'pdftotext'], 'to judges that are not ours', () => {
    it('pdfsig: both signatures valid, the seal over the whole of what was sealed', () => {
      expect(pdfsig(paths[2]!)).toMatchObject([
        { field: 'ChuKyCaNhan', validation: 'Signature is Valid.', isWholeFile: false },
        { field: 'DauCoQuan', validation: 'Signature is Valid.', isWholeFile: true },
      ]);
      const [person, seal, timestamp] = pdfsig(paths[3]!);
      expect([person!.validation, seal!.validation]).toEqual(Array(2).fill('Signature is Valid.'));
      expect(timestamp).toMatchObject({ field: 'DauThoiGian1', isWholeFile: true });
    });

    it('mutool: valid, and unchanged since the newest', () => {
      expect(mutool(paths[2]!)).toEqual([
        'The signature is valid but there have been edits since signing.',
        'The document is unchanged since signing.',
      ]);
    });

    it('openssl: both are CAdES under the root; so is the timestamp', () => {
      const scratch = join(folder, 'cut');
      mkdirSync(scratch);
      const pem = pemFile(scratch, root);
      const [person, seal, timestamp, ...others] = extract(scratch, whole);
      expect(others).toEqual([]);
      for (const signature of [person!, seal!]) {
        expect(opensslCades(pem, signature)).toContain('Verification successful');
      }
      expect(opensslTimestamp(pem, timestamp!)).toContain('Verification: OK');
    });

    it('reads number and date on the paper', () => {
      const text = run('pdftotext', '-layout', paths[3]!, '-');
      expect(text).toMatch(/Số: +01 *\/STTTT-BCVT/);
      expect(text).toMatch(/ngày +\d\d +tháng +\d\d? +năm \d{4}/);
    });

    it('keeps after every revision what PDF/A-3a and PDF/UA-1 ask', () => {
      for (const path of paths.slice(1)) expectConformance(paths[0]!, path);
    }, 60_000);
  });

  describeWhere(BOUNCY_CASTLE_MISSING, 'to PDFBox and Bouncy Castle', () => {
    it('is valid, signature by signature', () => {
      expect(bouncyCastle(paths[3]!)).toEqual([
        'ETSI.CAdES.detached true',
        'ETSI.CAdES.detached true',
        'ETSI.RFC3161 true',
      ]);
    }, 60_000);
  });
});
