import { SAMPLE_PASSWORD } from '../../../../src/dev/sample/thai-binh/office.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aSigner, dayFromNow, firstSignIn } from '../../../support/people.ts';
import { aDraft, draftedBy } from '../../../support/seed.ts';

describe('somebody leaves', () => {
  let office: TestOffice;
  let administrator: Browser;
  let clerk: Browser;
  let drafter: Browser;

  beforeAll(async () => {
    office = await testOffice();
    [administrator, clerk, drafter] = (await Promise.all(
      ['quantri', 'vanthu', 'chuyenvien'].map((username) => office.as(username)),
    )) as [Browser, Browser, Browser];
  });
  afterAll(() => office?.close());

  const one = async <T>(sql: string, values: unknown[] = []): Promise<T> =>
    (await office.database.query(sql, values))[0];
  const idOf = async (username: string) =>
    (await one<{ id: string }>('SELECT id FROM accounts WHERE username = $1', [username])).id;
  const preview = async (id: string) =>
    (await administrator.get(`/api/people/${id}/leaving`).expect(200)).body;
  const leaves = (id: string, fields: object) =>
    administrator.post(`/api/people/${id}/leaving`).send({ reason: 'Nghỉ hưu', ...fields });
  const mandateOf = async (accountId: string, post: string): Promise<string> => {
    const fields = { accountId, capacity: 'head', post, validFrom: dayFromNow(-30) };
    return (await clerk.post('/api/mandates').send(fields).expect(201)).body.id;
  };
  /** A draft before this signatory. */
  const submitted = async (mandateId: string): Promise<string> => {
    const id = await draftedBy(drafter, await aDraft(office, { mandateId }));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  };

  it('passes what waits for a signature to whoever was named, and what was drafted', async () => {
    const leaver = await aSigner(office, 'sap.nghi', 'Trịnh Văn Nghỉ', 'Phó Giám đốc');
    const heir = await aSigner(office, 'ky.thay', 'Lê Thị Thay', 'Phó Giám đốc');
    const own = await mandateOf(leaver, 'GIÁM ĐỐC SỞ');
    const next = await mandateOf(heir, 'PHÓ GIÁM ĐỐC PHỤ TRÁCH');
    const id = await submitted(own);
    const gone = await office.as('sap.nghi');
    const left = await preview(leaver);
    expect(left).toMatchObject({ sessions: 1, drafts: [], waiting: [{ id }] });
    expect(left.mandates.map(({ person }: { person: string }) => person)).toEqual([
      'Trịnh Văn Nghỉ',
    ]);

    const refused = await leaves(leaver, { seal: left.seal }).expect(422);
    expect(refused.body.errors).toEqual([{ path: 'mandateId', message: 'Chọn người ký thay.' }]);
    await leaves(leaver, { seal: left.seal, mandateId: own }).expect(422);
    await gone.get('/api/session').expect(200); // nothing half done

    const { body } = await leaves(leaver, { seal: left.seal, mandateId: next }).expect(200);
    expect(body.closedAt).not.toBeNull();
    await gone.get('/api/session').expect(401);
    await office
      .fresh()
      .post('/api/session')
      .send({ username: 'sap.nghi', password: SAMPLE_PASSWORD })
      .expect(401);
    const signer = await office.as('ky.thay');
    const { body: desk } = await signer.get('/api/signing-desk').expect(200);
    expect(desk.map((item: { dispatch: { id: string } }) => item.dispatch.id)).toEqual([id]);
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    const { valid_to: lastDay } = await one<{ valid_to: string }>(
      'SELECT valid_to::text FROM mandates WHERE id = $1',
      [own],
    );
    expect(lastDay).toBe(dayFromNow(0));
  });

  it('is still named as who could sign on the days before, and on no later one', async () => {
    const leaver = await aSigner(office, 'con.ten', 'Mạc Văn Tên', 'Phó Giám đốc');
    await mandateOf(leaver, 'PHỤ TRÁCH SỞ');
    await leaves(leaver, { seal: (await preview(leaver)).seal }).expect(200);
    const named = async (on: string) =>
      (await drafter.get(`/mandates?on=${on}`).expect(200)).text.includes('Mạc Văn Tên');
    const days = [-31, -30, -1, 0, 1].map(dayFromNow);
    expect(await Promise.all(days.map(named))).toEqual([false, true, true, true, false]);
    const { body } = await drafter.get(`/api/mandates?on=${dayFromNow(1)}`).expect(200);
    expect(JSON.stringify(body)).not.toContain('Mạc Văn Tên');
  });

  it('offers a leaver nowhere and takes nothing in their name', async () => {
    const leaver = await aSigner(office, 'da.di', 'Phan Văn Đi', 'Phó Giám đốc');
    const own = await mandateOf(leaver, 'TRƯỞNG BAN');
    const kept = await draftedBy(drafter, await aDraft(office, { mandateId: own }));
    await leaves(leaver, { seal: (await preview(leaver)).seal }).expect(200);
    const form = await drafter.get('/dispatches/new').expect(200);
    expect(form.text).not.toContain('Phan Văn Đi');
    const giving = await clerk.get('/mandates/new').expect(200);
    expect(giving.text).not.toContain('Phan Văn Đi');
    const grant = { accountId: leaver, capacity: 'head', post: 'A', validFrom: dayFromNow(0) };
    await clerk.post('/api/mandates').send(grant).expect(422);
    const named = await drafter
      .post('/api/dispatches')
      .send(await aDraft(office, { mandateId: own }))
      .expect(422);
    expect(JSON.stringify(named.body)).toContain('Chọn người ký trong danh sách.');
    const submission = await drafter.post(`/api/dispatches/${kept}/submission`).expect(409);
    expect(submission.body.title).toContain('Phan Văn Đi đã nghỉ từ ngày');
    await leaves(leaver, { seal: '0'.repeat(64) }).expect(409);
  });

  it('offers nobody whose sign-in has ended, while work still waits with them', async () => {
    const absent = await aSigner(office, 'thoi.vao', 'Đỗ Văn Thôi', 'Phó Giám đốc');
    const own = await mandateOf(absent, 'PHỤ TRÁCH BAN');
    const kept = await draftedBy(drafter, await aDraft(office, { mandateId: own }));
    await office.database.query('UPDATE accounts SET sign_in_ended_at = now() WHERE id = $1', [
      absent,
    ]);
    const form = await drafter.get('/dispatches/new').expect(200);
    expect(form.text).not.toContain('Đỗ Văn Thôi');
    const grant = { accountId: absent, capacity: 'head', post: 'A', validFrom: dayFromNow(0) };
    await clerk.post('/api/mandates').send(grant).expect(422);
    const submission = await drafter.post(`/api/dispatches/${kept}/submission`).expect(409);
    expect(submission.body.title).toContain('Đỗ Văn Thôi không còn đăng nhập được');
    const leaver = await aSigner(office, 'di.tiep', 'Lý Văn Tiếp', 'Phó Giám đốc');
    expect(JSON.stringify(await preview(leaver))).not.toContain('Đỗ Văn Thôi');
  });

  it('takes drafts to another drafter, with what stands in open forms', async () => {
    const { body: opened } = await administrator
      .post('/api/people')
      .send({
        username: 'soan.di',
        fullName: 'Vũ Thị Soạn',
        post: 'Chuyên viên',
        roles: ['drafter'],
        way: 'password',
      })
      .expect(201);
    const { password } = opened;
    const browser = await firstSignIn(office.fresh(), { username: 'soan.di', password });
    const id = await draftedBy(browser, await aDraft(office));
    const form = crypto.randomUUID();
    await browser.post(`/writings/${form}`).send({ abstract: 'viết dở' }).expect(200);
    const before = await preview(opened.person.id);
    expect(before).toMatchObject({ drafts: [{ id }], forms: 1 });
    const heir = await idOf('chuyenvien');
    // Another draft since: what was seen is not what would be done.
    await draftedBy(browser, await aDraft(office));
    const stale = await leaves(opened.person.id, { seal: before.seal, drafterId: heir });
    expect(stale.body.type).toBe('left-meanwhile');
    const { seal } = await preview(opened.person.id);
    await leaves(opened.person.id, { seal, drafterId: heir }).expect(200);
    const rows = await office.database.query(
      `SELECT drafted_by AS who FROM dispatches WHERE id = $1
       UNION ALL SELECT account_id FROM writings WHERE id = $2`,
      [id, form],
    );
    expect(rows).toEqual([{ who: heir }, { who: heir }]);
    const history = await clerk.get(`/dispatches/${id}/journal`).expect(200);
    expect(history.text).toContain('Chuyển người soạn');
  });

  it('gives back to its drafter what the new signatory may not sign', async () => {
    const leaver = await aSigner(office, 'ky.nghi', 'Đinh Văn Ký', 'Phó Giám đốc');
    const heir = await aSigner(office, 'ky.hep', 'Tạ Thị Hẹp', 'Chánh Văn phòng');
    const own = await mandateOf(leaver, 'TRƯỞNG CƠ QUAN');
    const narrow = {
      accountId: heir,
      capacity: 'head',
      post: 'CHÁNH VĂN PHÒNG SỞ',
      validFrom: dayFromNow(-1),
      documentTypes: ['giay-moi'],
    };
    const { body: mandate } = await clerk.post('/api/mandates').send(narrow).expect(201);
    const id = await submitted(own);
    const { seal } = await preview(leaver);
    await leaves(leaver, { seal, mandateId: mandate.id }).expect(200);
    const { body } = await drafter.get(`/api/dispatches/${id}`).expect(200);
    expect(body.state).toBe('returned');
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Đinh Văn Ký nghỉ: Nghỉ hưu');
  });

  it('lets nobody close the account they are using, nor the last clerk', async () => {
    const self = await idOf('quantri');
    const own = await leaves(self, { seal: (await preview(self)).seal }).expect(409);
    expect(own.body.type).toBe('own-account');
    const last = await idOf('vanthu');
    const refused = await leaves(last, { seal: (await preview(last)).seal }).expect(409);
    expect(refused.body.type).toBe('last-clerk');
  });

  it('works as a page without scripts: what is left, who takes it, done', async () => {
    const leaver = await aSigner(office, 'qua.trang', 'Bùi Thị Trang', 'Phó Giám đốc');
    await mandateOf(leaver, 'TRƯỞNG PHÒNG');
    const { text } = await administrator.get(`/people/${leaver}/leaving`).expect(200);
    expect(text).toContain('Thẩm quyền ký kết thúc sau hôm nay');
    const seal = /name="seal" value="(\w{64})"/.exec(text)![1];
    const page = `/people/${leaver}/leaving`;
    await administrator.post(page).type('form').send({ seal, reason: '' }).expect(422);
    await administrator.post(page).type('form').send({ seal, reason: 'Chuyển' }).expect(303);
    const after = await administrator.get(`/people/${leaver}`).expect(200);
    expect(after.text).toContain('nghỉ từ ngày');
    const twice = await administrator.post(page).type('form').send({ seal, reason: 'x' });
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('Người này đã nghỉ');
  });
});
