import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';

describe('the signer’s desk', () => {
  let office: TestOffice;
  let drafter: Browser;
  let signer: Browser;

  beforeAll(async () => {
    office = await testOffice();
    drafter = await office.as('chuyenvien');
    signer = await office.as('phogiamdoc');
  });
  afterAll(() => office?.close());

  const submitted = async (overrides = {}) => {
    const id = await draftedBy(drafter, await aDraft(office, overrides));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    return id;
  };

  it('signs what was submitted, once, over exactly that content', async () => {
    const id = await submitted();
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
    const again = await signer.post(`/api/dispatches/${id}/signature`).expect(409);
    expect(again.body.type).toBe('not-submitted');
    const [facts] = await office.database.query(
      `SELECT signature.content_sha256 = submission.content_sha256 AS same,
              (SELECT array_agg(verb ORDER BY id) FROM journal_entries WHERE subject_id = $1) AS verbs
       FROM signatures signature JOIN submissions submission USING (dispatch_id)
       WHERE dispatch_id = $1`,
      [id],
    );
    expect(facts).toEqual({ same: true, verbs: ['drafted', 'submitted', 'signed'] });
  });

  it('sends back with a word, which the drafter reads and answers with a new version', async () => {
    const id = await submitted();
    await signer.post(`/dispatches/${id}/return`).type('form').send({ reason: '' }).expect(422);
    const reason = 'Bổ sung căn cứ pháp lý.';
    await signer.post(`/dispatches/${id}/return`).type('form').send({ reason }).expect(303);
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Vũ Xuân Thành trả lại');
    expect(page.text).toContain(reason);
    await drafter
      .put(`/api/dispatches/${id}`)
      .send(await aDraft(office))
      .expect(200);
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    await signer.post(`/api/dispatches/${id}/signature`).expect(201);
  });

  it('is the desk of the named signatory alone', async () => {
    const id = await submitted();
    await drafter.post(`/api/dispatches/${id}/signature`).expect(403);
    await office.database.query(
      `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash)
       SELECT office_id, 'giamdoc', 'Lê Văn Minh', 'Giám đốc', '{signer}', password_hash
       FROM accounts WHERE username = 'phogiamdoc'`,
    );
    const other = await office.as('giamdoc');
    const refused = await other.post(`/api/dispatches/${id}/signature`).expect(409);
    expect(refused.body.type).toBe('not-the-signatory');
  });

  it('refuses a signature outside the dates of the mandate', async () => {
    const id = await submitted();
    await office.database.query(`UPDATE mandates SET valid_to = '2024-12-31'`);
    const refused = await signer.post(`/api/dispatches/${id}/signature`).expect(409);
    expect(refused.body.type).toBe('mandate-expired');
    await office.database.query('UPDATE mandates SET valid_to = NULL');
  });

  it('is not reached without a signatory', async () => {
    const id = await draftedBy(drafter, await aDraft(office, { mandateId: '' }));
    const refused = await drafter.post(`/api/dispatches/${id}/submission`).expect(409);
    expect(refused.body.title).toContain('Chưa chọn người ký.');
    const page = await drafter.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('Chưa chọn người ký.');
  });

  it('is not reached when a line leads to nobody', async () => {
    await office.database.query(
      `INSERT INTO agency_groups (office_id, name, kinds)
       SELECT id, 'Nhóm chưa có ai', '{}' FROM offices`,
    );
    const copies = [{ text: 'Nhóm chưa có ai' }, { text: 'Lưu: VT' }];
    const id = await draftedBy(drafter, await aDraft(office, { copies }));
    const refused = await drafter.post(`/api/dispatches/${id}/submission`).expect(409);
    expect(refused.body.title).toContain('Dòng "Nhóm chưa có ai" không tới cơ quan nào');
  });
});
