import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { testOffice, type Browser } from '../../support/office.ts';
import { dayFromNow } from '../../support/people.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { documentOf, signingOffice, type SigningOffice } from '../../support/signing-office.ts';

/** ISO 32000-2, 7.9.4. */
const inPdf = (at: Date) => `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
const creationOf = (pdf: Buffer) => /\/CreationDate \((D:\d+Z)\)/.exec(pdf.toString('latin1'))?.[1];

describe('an office that numbers before the signature', () => {
  let office: SigningOffice;
  let drafter: Browser;
  let signer: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    office = await signingOffice({ env: { NUMBERING: 'before-signature' } });
    [drafter, signer, clerk] = [
      await office.as('chuyenvien'),
      await office.as('phogiamdoc'),
      await office.as('vanthu'),
    ];
  });
  afterAll(() => office?.close());

  const submitted = async () => {
    const id = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  };
  const numbered = async (id: string) =>
    (await clerk.post(`/api/dispatches/${id}/number`).expect(201)).body.number as number;
  const sign = (id: string) => signer.post(`/api/dispatches/${id}/signature`);
  const file = (id: string) => documentOf(office, id);
  const entry = async (number: number) =>
    (
      await office.database.query(
        `SELECT dispatch_id, voided_at IS NOT NULL AS void, void_reason FROM register_entries
         WHERE number = $1`,
        [number],
      )
    )[0];
  /** As if a night had passed since the number was taken. */
  const overnight = async (id: string) => {
    const yesterday = dayFromNow(-1);
    const values = [id, yesterday];
    await office.database.query('UPDATE dispatches SET issued_on = $2 WHERE id = $1', values);
    await office.database.query(
      'UPDATE register_entries SET dated = $2 WHERE dispatch_id = $1 AND voided_at IS NULL',
      values,
    );
  };

  it('prints number and date on the page that is signed, and seals it with both in place', async () => {
    const id = await submitted();
    const early = await sign(id).expect(409);
    expect(early.body.type).toBe('not-numbered');
    expect((await signer.get('/signing').expect(200)).text).toContain('Văn bản chưa có số.');
    expect((await clerk.get(`/dispatches/${id}`).expect(200)).text).toContain('>Lấy số<');
    await clerk.post(`/dispatches/${id}/number`).expect(303);
    const { body } = await signer.get(`/api/dispatches/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'submitted', number: 1, issuedOn: dayFromNow(0) });
    await sign(id).expect(201);
    const signed = await file(id);
    expect(signed.toString('latin1')).not.toContain('so_van_ban');
    expect((await clerk.get(`/dispatches/${id}`).expect(200)).text).toContain('Đóng dấu');
    const issued = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    expect(issued.body).toMatchObject({ state: 'issued', number: 1 });
    const official = await file(id);
    expect(official.subarray(0, signed.length).equals(signed)).toBe(true);
    const report = verifyDispatch(official, { trustedRoots: [office.authority.root] });
    expect(report).toMatchObject({ isGenuine: true, level: 'B-B' });
    expect(report.revisions[2]!.changes).toMatchObject([
      { code: 'field-signed', field: 'DauCoQuan' },
    ]);
    expect(await entry(1)).toEqual({ dispatch_id: id, void: false, void_reason: null });
  });

  it('says in the file when its page came to be: numbered first, or submitted with number and date open', async () => {
    const [id, open] = [await submitted(), await submitted()];
    await numbered(id);
    await sign(id).expect(201);
    const moments = await office.database.query<{ id: string; taken: Date; submitted: Date }[]>(
      `SELECT submission.dispatch_id AS id, taken_at AS taken, submitted_at AS submitted
       FROM submissions submission LEFT JOIN register_entries entry USING (dispatch_id)
       WHERE dispatch_id = ANY($1)`,
      [[id, open]],
    );
    const of = (dispatch: string) => moments.find((each) => each.id === dispatch)!;
    expect(creationOf(await file(id))).toBe(inPdf(of(id).taken));
    expect(creationOf(await file(open))).toBe(inPdf(of(open).submitted));
    expect((await file(open)).equals(await file(open))).toBe(true);
  });

  it('takes one number for three clicks, and the same one again on the same day', async () => {
    const id = await submitted();
    const take = () => clerk.post(`/api/dispatches/${id}/number`);
    const answers = await Promise.all([take(), take(), take()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await numbered(id)).toBe(answers[0]!.body.number);
    await drafter.post(`/api/dispatches/${id}/number`).expect(403);
  });

  it.each(['signer', 'clerk'])(
    'voids the number with the reason when the %s sends it back',
    async (who) => {
      const id = await submitted();
      const number = await numbered(id);
      const browser = who === 'signer' ? signer : clerk;
      const page = await browser.get(`/dispatches/${id}`).expect(200);
      expect(page.text).toContain('bị hủy và ghi lý do trong sổ');
      const reason = 'Chưa rõ thẩm quyền.';
      await browser.post(`/api/dispatches/${id}/return`).send({ reason }).expect(200);
      const { body } = await drafter.get(`/api/dispatches/${id}`).expect(200);
      expect(body).toMatchObject({ state: 'returned', number: null, issuedOn: null });
      expect(await entry(number)).toEqual({
        dispatch_id: id,
        void: true,
        void_reason: `Trả lại: ${reason}`,
      });
      await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
      expect(await numbered(id)).toBe(number + 1);
      await sign(id).expect(201);
      await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    },
  );

  it('voids the number of a page that was signed and is sent back, with its signature', async () => {
    const id = await submitted();
    const number = await numbered(id);
    await sign(id).expect(201);
    await clerk.post(`/api/dispatches/${id}/return`).send({ reason: 'Sai căn cứ.' }).expect(200);
    expect(await entry(number)).toMatchObject({ void: true, void_reason: 'Trả lại: Sai căn cứ.' });
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    expect((await sign(id).expect(409)).body.type).toBe('not-numbered');
    const next = await numbered(id);
    expect(next).toBeGreaterThan(number);
    await sign(id).expect(201);
    const issued = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    expect(issued.body.number).toBe(next);
  });

  it('signs nothing on another day than the one on the page: the clerk takes a new number', async () => {
    const id = await submitted();
    const number = await numbered(id);
    await overnight(id);
    expect((await sign(id).expect(409)).body.type).toBe('number-outdated');
    expect((await signer.get('/signing').expect(200)).text).toContain('không phải hôm nay');
    expect((await clerk.get(`/dispatches/${id}`).expect(200)).text).toContain('Lấy số mới');
    const next = await numbered(id);
    expect(next).toBe(number + 1);
    expect(await entry(number)).toMatchObject({
      void: true,
      void_reason: expect.stringContaining('đến hết ngày chưa ký'),
    });
    await sign(id).expect(201);
  });

  it('does not sign another number than the one that was read', async () => {
    const id = await submitted();
    await numbered(id);
    const [item] = (await signer.get('/api/signing-desk').expect(200)).body.filter(
      ({ dispatch }: { dispatch: { id: string } }) => dispatch.id === id,
    );
    await overnight(id);
    await numbered(id);
    const { contentSha256 } = item;
    const refused = await sign(id).send({ contentSha256 }).expect(409);
    expect(refused.body.type).toBe('edited-meanwhile');
  });

  it('takes no number where something stands in the way of issuing', async () => {
    const id = await submitted();
    const last = () => office.database.query('SELECT last_number FROM registers');
    const before = await last();
    await office.database.query(`UPDATE mandates SET valid_to = '2024-12-31'`);
    const refused = await clerk.post(`/api/dispatches/${id}/number`).expect(409);
    expect(refused.body.type).toBe('preflight-failed');
    await office.database.query('UPDATE mandates SET valid_to = NULL');
    expect(await last()).toEqual(before);
    const draft = await draftedBy(drafter, await aDraft(office));
    const early = await clerk.post(`/api/dispatches/${draft}/number`).expect(409);
    expect(early.body.type).toBe('not-submitted');
  });

  it('has every number in its register once: of a dispatch, or void with a reason', async () => {
    const [facts] = await office.database.query(
      `SELECT last_number AS last, count(*)::int AS entries, max(entry.number) AS newest,
              count(*) FILTER (WHERE voided_at IS NULL AND
                dispatch.number IS DISTINCT FROM entry.number)::int AS strays
       FROM registers JOIN register_entries entry USING (office_id, year)
       JOIN dispatches dispatch ON dispatch.id = dispatch_id
       GROUP BY last_number`,
    );
    expect(facts).toEqual({
      last: facts.newest,
      entries: facts.newest,
      newest: facts.newest,
      strays: 0,
    });
    await expect(office.database.query('DELETE FROM register_entries')).rejects.toThrow(
      'append-only',
    );
  });
});

describe('an office that numbers at issue', () => {
  it('does not number before', async () => {
    const office = await testOffice({ directory: scaledDirectory(80) });
    const [drafter, clerk] = [await office.as('chuyenvien'), await office.as('vanthu')];
    const id = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    const refused = await clerk.post(`/api/dispatches/${id}/number`).expect(409);
    expect(refused.body.type).toBe('numbered-at-issue');
    await office.close();
  });
});
