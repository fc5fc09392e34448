import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_OFFICE } from '../../../src/dev/sample/thai-binh/office.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { TestAuthority, type Application } from '../../../src/dev/test-authority/test-authority.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { sampled } from '../../support/lane.ts';

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * DAY);
const { name: OFFICE, code } = SAMPLE_OFFICE.office;
const SIGNER = 'Vũ Xuân Thành';

/** What happened to the certificate, what the refusal is called and what it tells. */
const CASES = {
  expired: ['certificate-expired', 'đã hết hạn. Hãy gia hạn chứng thư rồi ký lại.'],
  'not yet valid': ['certificate-not-yet-valid', 'chưa đến ngày có hiệu lực.'],
  revoked: ['certificate-revoked', 'đã bị thu hồi. Hãy dùng chứng thư khác.'],
  'of another': ['certificate-of-another', 'Chứng thư số mang tên “Ngô Văn Khác (thử nghiệm)”'],
  untrusted: ['certificate-untrusted', 'không do tổ chức chứng thực được tin cậy cấp.'],
} as const;
type Case = keyof typeof CASES;
const cases = Object.keys(CASES) as Case[];

describe('a certificate in the office', () => {
  let folder: string;
  let authority: TestAuthority;
  let stranger: TestAuthority;
  let office: TestOffice;
  let drafter: Browser;
  let signer: Browser;
  let clerk: Browser;

  const place = (purpose: string) => join(folder, `${purpose}.p12`);

  /** Puts a newly made key where the settings say the key is. */
  async function install(
    purpose: 'person' | 'agency',
    changes: Partial<Application> = {},
    by = authority,
  ): Promise<Buffer> {
    const name = purpose === 'person' ? SIGNER : OFFICE;
    const application = { purpose, name, organisation: OFFICE, ...changes };
    const { certificate } = await by.holder(application);
    await rename(await by.keyFile(application), place(purpose));
    await copyFile(by.passwordFile, join(folder, `${purpose}.password`));
    return certificate;
  }

  async function spoil(purpose: 'person' | 'agency', how: Case): Promise<void> {
    if (how === 'untrusted') return void (await install(purpose, {}, stranger));
    const changes: Record<string, Partial<Application>> = {
      expired: { notBefore: fromNow(-400), notAfter: fromNow(-1) },
      'not yet valid': { notBefore: fromNow(1), notAfter: fromNow(400) },
      'of another': { name: 'Ngô Văn Khác' },
    };
    const certificate = await install(purpose, changes[how]);
    if (how !== 'revoked') return;
    await authority.revoke(certificate, new Date());
    await authority.revocationList();
  }

  beforeAll(async () => {
    folder = await scratchFolder();
    authority = await TestAuthority.open(join(folder, 'authority'), 'P-256');
    stranger = await TestAuthority.open(join(folder, 'stranger'), 'P-256');
    await authority.revocationList();
    await Promise.all([install('person'), install('agency')]);
    const key = (purpose: string) => ({
      key: { kind: 'p12', file: `${purpose}.p12`, passwordFile: `${purpose}.password` },
    });
    const settings = {
      roots: ['authority/root.pem'],
      revocationLists: ['authority/revoked.crl'],
      agencies: { [code]: key('agency') },
      people: { phogiamdoc: key('person') },
    };
    const SIGNING_CONFIG = join(folder, 'signing.json');
    await writeFile(SIGNING_CONFIG, JSON.stringify(settings));
    office = await testOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
    drafter = await office.as('chuyenvien');
    signer = await office.as('phogiamdoc');
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());
  afterEach(() => Promise.all([install('person'), install('agency')]));

  const submitted = async () => {
    const id = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  };
  const stored = async (id: string) => {
    const [row] = await office.database.query(
      `SELECT state, number, (SELECT count(*)::int FROM signatures WHERE dispatch_id = $1) AS signatures,
              (SELECT count(*)::int FROM issuances WHERE dispatch_id = $1) AS issuances,
              (SELECT coalesce(max(last_number), 0) FROM registers) AS taken
       FROM dispatches WHERE id = $1`,
      [id],
    );
    return row;
  };

  it.each(sampled(cases, 2))(
    'that is %s is refused before the person signs one dispatch',
    async (how) => {
      const id = await submitted();
      const before = await stored(id);
      await spoil('person', how);
      const [type, words] = CASES[how];
      const api = await signer.post(`/api/dispatches/${id}/signature`).expect(409);
      expect(api.body).toMatchObject({ type, title: expect.stringContaining(words) });
      const page = await signer.post(`/dispatches/${id}/signature`).expect(409);
      expect(page.text).toContain(words);
      expect(await stored(id)).toEqual(before);
      await install('person');
      await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    },
  );

  it.each(sampled(cases, (_, at) => at % 2 === 1))(
    'that is %s stops a batch before its first dispatch',
    async (how) => {
      const ids = [await submitted(), await submitted()];
      const before = await Promise.all(ids.map(stored));
      const { body: desk } = await signer.get('/api/signing-desk').expect(200);
      const items = desk
        .map((one: { dispatch: { id: string }; contentSha256: string }) => ({
          dispatchId: one.dispatch.id,
          contentSha256: one.contentSha256,
        }))
        .filter(({ dispatchId }: { dispatchId: string }) => ids.includes(dispatchId));
      await spoil('person', how);
      const id = crypto.randomUUID();
      await signer.post('/api/signing-batches').send({ id, items }).expect(201);
      const rested = () =>
        until('the batch to rest', async () => {
          const { body } = await signer.get(`/api/signing-batches/${id}`).expect(200);
          return body.state === 'running' ? undefined : body;
        });
      const stopped = await rested();
      expect(stopped).toMatchObject({
        state: 'stopped',
        stoppedBecause: expect.stringContaining(CASES[how][1]),
      });
      expect(await Promise.all(ids.map(stored))).toEqual(before);
      await install('person');
      await signer.post(`/api/signing-batches/${id}/resumption`).expect(200);
      expect((await rested()).items.map(({ state }: { state: string }) => state)).toEqual([
        'signed',
        'signed',
      ]);
    },
  );

  it.each(sampled(cases, 2))(
    'that is %s is refused before the office seals: no number is taken',
    async (how) => {
      const id = await submitted();
      await signer.post(`/api/dispatches/${id}/signature`).expect(201);
      const before = await stored(id);
      await spoil('agency', how);
      const [type, words] = CASES[how];
      const api = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
      expect(api.body).toMatchObject({ type, title: expect.stringContaining(words) });
      expect(await stored(id)).toEqual(before);
      await install('agency');
      await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    },
  );

  it('is never read out: no password stands in a refusal', async () => {
    const id = await submitted();
    await writeFile(join(folder, 'person.password'), 'sai-mat-khau\n');
    const { text } = await signer.post(`/api/dispatches/${id}/signature`).expect(409);
    expect(text).toContain('key-unreadable');
    expect(text).not.toContain('sai-mat-khau');
    expect(text).not.toContain((await readFile(authority.passwordFile, 'utf8')).trim());
  });
});
