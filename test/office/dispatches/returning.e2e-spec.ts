import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import type { Browser } from '../../support/office.ts';
import { aSigner } from '../../support/people.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import {
  aSigned,
  documentOf,
  signingOffice,
  type SigningOffice,
} from '../../support/signing-office.ts';

describe('a signed dispatch that goes back', () => {
  let office: SigningOffice;
  let drafter: Browser;
  let signer: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    office = await signingOffice();
    [drafter, signer, clerk] = [
      await office.as('chuyenvien'),
      await office.as('phogiamdoc'),
      await office.as('vanthu'),
    ];
  });
  afterAll(() => office?.close());

  const query = (sql: string, values: unknown[]) => office.database.query(sql, values);
  const returned = (browser: Browser, id: string, reason: string) =>
    browser.post(`/dispatches/${id}/return`).type('form').send({ reason });
  const file = (id: string) => documentOf(office, id);

  it('is sent back by the clerk with a reason, mended, signed again and issued', async () => {
    const id = await aSigned(office);
    const first = await file(id);
    const page = await clerk.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Chữ ký đã ký không còn giá trị');
    const again = await returned(clerk, id, ' ').expect(422);
    expect(again.text).toContain('class="error"');
    await returned(clerk, id, 'Sai thể thức: thiếu căn cứ.').expect(303);

    const shown = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(shown.text).toContain('Nguyễn Thị Hạnh trả lại');
    expect(shown.text).toContain('Sai thể thức: thiếu căn cứ.');
    const unsigned = verifyDispatch(await file(id), { trustedRoots: [office.authority.root] });
    expect(unsigned.signatures).toEqual([]);
    const refused = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(refused.body.type).toBe('not-signed');

    const mended = await aDraft(office, { legalBases: ['Luật Viễn thông năm 2023'] });
    await drafter.put(`/api/dispatches/${id}`).send(mended).expect(200);
    await signed(office, id);
    const second = await file(id);
    expect(second.equals(first)).toBe(false);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const official = await file(id);
    expect(official.subarray(0, second.length).equals(second)).toBe(true);
    expect(verifyDispatch(official, { trustedRoots: [office.authority.root] }).isGenuine).toBe(
      true,
    );
  });

  it('keeps every signature and every return as facts', async () => {
    const id = await aSigned(office);
    await returned(signer, id, 'Ký nhầm bản cũ.').expect(303);
    await signed(office, id);
    const [facts] = await query(
      `SELECT count(*)::int AS signatures, count(returned_at)::int AS void,
              (SELECT array_agg(verb ORDER BY id) FROM journal_entries WHERE subject_id = $1) AS verbs,
              (SELECT details FROM journal_entries WHERE subject_id = $1 AND verb = 'returned') AS details
       FROM signatures JOIN submissions ON submissions.id = submission_id
       WHERE signatures.dispatch_id = $1`,
      [id],
    );
    expect(facts).toEqual({
      signatures: 2,
      void: 1,
      verbs: ['drafted', 'submitted', 'signed', 'returned', 'submitted', 'signed'],
      details: {
        after: 'signed',
        person: expect.stringMatching(/^[0-9a-f]{64}$/),
        facts: { submissions: expect.any(Object), register_entries: {} },
      },
    });
  });

  it('may be a dispatch of last year, which cannot be issued any more', async () => {
    const id = await aSigned(office);
    await query(
      `UPDATE signatures SET signed_at = signed_at - interval '1 year' WHERE dispatch_id = $1`,
      [id],
    );
    const refused = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(refused.body.type).toBe('signed-last-year');
    expect(refused.body.title).toContain('Trả lại người soạn');
    await returned(clerk, id, 'Ký năm trước, chưa phát hành kịp.').expect(303);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
  });

  it('is sent back by whoever signed it or the clerk, and by nobody else', async () => {
    const id = await aSigned(office);
    await aSigner(office, 'giamdoc', 'Lê Văn Minh', 'Giám đốc');
    const other = await office.as('giamdoc');
    await drafter.post(`/api/dispatches/${id}/return`).send({ reason: 'Sửa.' }).expect(403);
    const refused = await other
      .post(`/api/dispatches/${id}/return`)
      .send({ reason: 'Sửa.' })
      .expect(409);
    expect(refused.body.type).toBe('not-on-this-desk');
    expect((await other.get(`/dispatches/${id}`)).text).not.toContain('Trả lại để sửa');
    expect((await signer.get(`/dispatches/${id}`)).text).toContain('Trả lại để sửa');
  });

  it('leaves what waits for a signature to the signer, and what is issued to nobody', async () => {
    const id = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    const waiting = await clerk
      .post(`/api/dispatches/${id}/return`)
      .send({ reason: 'Sửa.' })
      .expect(409);
    expect(waiting.body.type).toBe('not-on-this-desk');
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const late = await clerk
      .post(`/api/dispatches/${id}/return`)
      .send({ reason: 'Sửa.' })
      .expect(409);
    expect(late.body.type).toBe('not-returnable');
  });

  it('is either issued or sent back when both happen at once', async () => {
    const ids = await Promise.all([aSigned(office), aSigned(office), aSigned(office)]);
    for (const id of ids) {
      const [issue, back] = await Promise.all([
        clerk.post(`/api/dispatches/${id}/issuance`),
        signer.post(`/api/dispatches/${id}/return`).send({ reason: 'Dừng lại.' }),
      ]);
      const { body } = await clerk.get(`/api/dispatches/${id}`).expect(200);
      expect([issue.status, back.status, body.state]).toEqual(
        issue.status === 201 ? [201, 409, 'issued'] : [409, 200, 'returned'],
      );
    }
  });
});
