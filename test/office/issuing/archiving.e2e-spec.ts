import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE } from '../../../src/dev/sample/thai-binh/office.ts';
import { testSigning } from '../../../src/dev/test-signing.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { type Browser } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import {
  timestampService,
  type Mood,
  type TimestampService,
} from '../../support/timestamp-service.ts';
import { until } from '../../support/until.ts';
import { sampled } from '../../support/lane.ts';

describe('the archive timestamp of an issued dispatch', () => {
  let authority: TestAuthority;
  let service: TimestampService;
  let office: SendingOffice;
  let drafter: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    const directory = join(await scratchFolder(), 'authority');
    authority = await TestAuthority.open(directory, 'P-256');
    service = await timestampService(authority);
    const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
    const patience = { waitSeconds: 3, patienceSeconds: 3, retrySeconds: [0.3] };
    const SIGNING_CONFIG = await testSigning(directory, SAMPLE_OFFICE.office, signers, {
      kind: 'P-256',
      timestamp: { url: service.url, ...patience },
    });
    office = await sendingOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
  });
  afterAll(async () => {
    await office?.close();
    await service?.close();
  });

  const issued = async () => {
    const copies = [{ text: 'Lãnh đạo Sở' }, { text: 'Lưu: VT' }];
    const addressees = [{ text: 'Sở Nội vụ tỉnh Thái Bình' }];
    const id = await draftedBy(drafter, await aDraft(office, { copies, addressees }));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    return id;
  };
  const delivered = async (id: string) =>
    (await clerk.get(`/api/dispatches/${id}/document`).expect(200)).body as Buffer;
  const recordCopy = async (id: string) =>
    (await clerk.get(`/dispatches/${id}/record-copy.pdf`).expect(200)).body as Buffer;
  const state = async (id: string) =>
    (await clerk.get(`/api/dispatches/${id}/record-copy`).expect(200)).body;
  const verified = (pdf: Buffer) => verifyDispatch(pdf, { trustedRoots: [authority.root] });
  const sha256 = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex');
  const mailed = async (id: string) => {
    const all = async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
      return body.total.delivered === body.total.total && body.total.total > 0;
    };
    return until('everyone to have it', all);
  };

  it('is in the delivered file itself while the service is well', async () => {
    service.mood = 'well';
    const id = await issued();
    const pdf = await delivered(id);
    expect(verified(pdf)).toMatchObject({ isGenuine: true, level: 'B-LTA', findings: [] });
    const { fileSha256, ...rest } = await state(id);
    expect(rest).toMatchObject({ state: 'archived', deliveredSha256: fileSha256, attempts: 1 });
    expect(fileSha256).toBe(sha256(pdf));
    expect((await recordCopy(id)).equals(pdf)).toBe(true);
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Đã có dấu thời gian lưu trữ');
  });

  const moods: Mood[] = [
    ...(['silent', 'broken', 'nonsense', 'endless', 'a stranger', 'an hour late'] as const),
  ];
  it.each(sampled(moods, 2))(
    'comes later when the service is %s: what was delivered stays',
    async (mood) => {
      service.mood = mood;
      const id = await issued();
      const pdf = await delivered(id);
      expect(verified(pdf)).toMatchObject({ isGenuine: true, level: 'B-B' });
      await mailed(id);
      const waiting = await state(id);
      expect(waiting).toMatchObject({ state: 'waiting', fileSha256: null });
      expect(waiting.deliveredSha256).toBe(sha256(pdf));
      expect(waiting.problem).toMatch(/ấu thời gian/);
      const page = await clerk.get(`/dispatches/${id}`).expect(200);
      expect(page.text).toContain('Đã ký số; dấu thời gian lưu trữ đang chờ');
      await clerk.get(`/dispatches/${id}/record-copy.pdf`).expect(404);
      await until('another try', async () => (await state(id)).attempts > 2);

      service.mood = 'well';
      await until('the timestamp', async () => (await state(id)).state === 'archived');
      expect((await delivered(id)).equals(pdf)).toBe(true);
      const copy = await recordCopy(id);
      expect(copy.subarray(0, pdf.length).equals(pdf)).toBe(true);
      expect(verified(copy)).toMatchObject({ isGenuine: true, level: 'B-LTA', findings: [] });
      const { body } = await clerk.get(`/api/dispatches/${id}/record-copy`).expect(200);
      expect(body).toMatchObject({ fileSha256: sha256(copy), deliveredSha256: sha256(pdf) });
      const [entry] = await office.database.query(
        `SELECT account_id, details->>'fileSha256' AS file FROM journal_entries
       WHERE subject_id = $1 AND verb = 'archived'`,
        [id],
      );
      expect(entry).toEqual({ account_id: null, file: sha256(copy) });
    },
    60_000,
  );
});
