import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, seedId, signed } from '../../support/seed.ts';

describe('drafting', () => {
  let office: TestOffice;
  let drafter: Browser;

  beforeAll(async () => {
    office = await testOffice();
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const stored = async () =>
    (await office.database.query('SELECT count(*)::int AS n FROM dispatches'))[0].n;

  it('finds the seed dispatch with its ten lines as printed, bound to the directory', async () => {
    const { body } = await drafter.get(`/api/dispatches/${await seedId(office)}`).expect(200);
    expect(body).toMatchObject({ state: 'draft', number: null, symbol: 'STTTT-CNTT-VT' });
    const copies = body.lines.filter(({ section }: { section: string }) => section === 'copy');
    expect(copies.map(({ text, target }: Record<string, string>) => [text, target])).toEqual([
      ['Như trên;', 'reference'],
      ['Các ban Đảng, tổ chức chính trị, đoàn thể tỉnh;', 'group'],
      ['Các sở, ban, ngành tỉnh;', 'group'],
      ['Các cơ quan trung ương đóng trên địa bàn tỉnh;', 'group'],
      ['Ủy ban nhân dân các huyện, Thành phố;', 'group'],
      ['Ủy ban nhân dân các xã, phường, thị trấn', 'group'],
      ['Phòng VH TT huyện, thành phố;', 'group'],
      ['Đài truyền thanh truyền hình các xã phường thị trấn;', 'group'],
      ['Lãnh đạo Sở;', 'group'],
      ['Lưu: VT, CNTT-VT.', 'archive'],
    ]);
  });

  it('stores a draft in Unicode NFC, whatever form it came in', async () => {
    const draft = await aDraft(office, {
      abstract: 'về việc phòng chống bão số 3'.normalize('NFD'),
    });
    const id = await draftedBy(drafter, draft);
    const [row] = await office.database.query('SELECT abstract FROM dispatches WHERE id = $1', [
      id,
    ]);
    expect(row.abstract).toBe('về việc phòng chống bão số 3'.normalize('NFC'));
  });

  it('takes an agency by name or code and an internal person as lines of their own', async () => {
    const copies = [
      { text: 'Đ/c Thành', to: 'PGD-VXT' },
      { text: 'UBND TP', to: 'Ủy ban nhân dân thành phố Thái Bình' },
      { text: 'Lưu: VT' },
    ];
    const id = await draftedBy(drafter, await aDraft(office, { copies }));
    const { body } = await drafter.get(`/api/dispatches/${id}`);
    const targets = body.lines.map(({ target }: { target: string }) => target);
    expect(targets).toEqual(['group', 'person', 'agency', 'archive']);
  });

  it.each([
    ['abstract', { abstract: '  ' }],
    ['body', { body: '' }],
    ['symbol', { symbol: 'sttt cntt' }],
    ['urgency', { urgency: 'rất gấp' }],
    ['addressees', { addressees: [] }],
    ['copies', { copies: [{ text: ' ' }] }],
    ['copies.1.to', { copies: [{ text: 'Như trên' }, { text: 'Sở Không Có' }] }],
    ['mandateId', { mandateId: '00000000-0000-4000-8000-000000000000' }],
  ])('refuses a draft with a fault in %s and stores nothing', async (path, fault) => {
    const before = await stored();
    const answer = await drafter.post('/api/dispatches').send(await aDraft(office, fault));
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    expect(await stored()).toBe(before);
  });

  it('shows the form again with the message next to the field and the text as typed', async () => {
    const form = { ...(await aDraft(office)), abstract: '', body: 'Nội dung <đã gõ>' };
    const answer = await drafter.post('/dispatches').type('form').send(formBody(form)).expect(422);
    expect(answer.text).toContain('id="abstract-error">Không được để trống.');
    expect(answer.text).toContain('Nội dung &lt;đã gõ>');
    expect(answer.text).toContain('value="Lãnh đạo Sở"');
  });

  it.each([
    ['a level', { secrecy: 'mat' }],
    ['a stamp in the body', { body: 'TỐI MẬT\n\nVạn sự như ý ngày N.' }],
    ['a stamp in the abstract', { abstract: 'Vạn sự như ý (Mật)' }],
    ['a stamp with the number of its copy', { body: 'MẬT - Bản số 01\n\nVạn sự như ý ngày N.' }],
  ])('refuses what carries %s of secrecy and keeps nothing of it', async (_, secret) => {
    const draft = await aDraft(office, { body: 'Vạn sự như ý.', ...secret });
    const api = await drafter.post('/api/dispatches').send(draft).expect(422);
    expect(api.body.errors[0].path).toBe('secrecy');
    expect(api.text).not.toContain('Vạn sự như ý');
    const page = await drafter.post('/dispatches').type('form').send(formBody(draft)).expect(422);
    expect(page.text).toContain('Không tiếp nhận văn bản có độ mật');
    expect(page.text).not.toContain('Vạn sự như ý');
    const tables = await office.database.query(
      `SELECT 1 FROM dispatches WHERE body LIKE '%Vạn sự%' OR abstract LIKE '%Vạn sự%'`,
    );
    expect(tables).toEqual([]);
  });

  it('can be done with the form alone, from the first save to the next', async () => {
    const draft = await aDraft(office);
    const first = await drafter.post('/dispatches').type('form').send(formBody(draft)).expect(303);
    const here = first.headers.location!;
    const form = await drafter.get(`${here}/edit`).expect(200);
    expect(form.text).toContain('value="Lưu: VT, BCVT"');
    const changed = formBody({ ...draft, revision: 1, abstract: 'đã sửa' });
    await drafter.post(here).type('form').send(changed).expect(303);
    const page = await drafter.get(here).expect(200);
    expect(page.text).toContain('V/v đã sửa');
  });

  it('may begin as an earlier dispatch was, with a number and a life of its own', async () => {
    const id = await draftedBy(drafter, await aDraft(office, { abstract: 'báo cáo tháng 10' }));
    expect((await drafter.get(`/dispatches/${id}`)).text).toContain(`/dispatches/new?from=${id}`);
    const form = await drafter.get(`/dispatches/new?from=${id}`).expect(200);
    expect(form.text).toContain('báo cáo tháng 10</textarea>');
    expect(form.text).toContain('action="/dispatches"');
    expect(form.text).toContain('name="revision" value/>');
    await drafter.get('/dispatches/new?from=00000000-0000-4000-8000-000000000000').expect(404);
  });

  it('is told when another person has saved in between', async () => {
    const draft = await aDraft(office);
    const id = await draftedBy(drafter, draft);
    const revise = (revision: number) =>
      drafter.put(`/api/dispatches/${id}`).send({ ...draft, revision });
    await revise(1).expect(200);
    const late = await revise(1).expect(409);
    expect(late.body).toMatchObject({ type: 'edited-meanwhile' });
    await revise(2).expect(200);
  });

  it('keeps every version; what saves itself one after the other is one, and the journal says it once', async () => {
    const draft = await aDraft(office, { abstract: 'một' });
    const id = await draftedBy(drafter, draft);
    const save = (revision: number, abstract: string, how = '') =>
      drafter
        .put(`/api/dispatches/${id}${how}`)
        .send({ ...draft, abstract, revision })
        .expect(200);
    await save(1, 'hai', '?automatic=true');
    await save(2, 'hai ba', '?automatic=true');
    await save(3, 'hai ba bốn', '?automatic=true');
    const kept = () =>
      office.database.query(
        `SELECT revision, content->>'abstract' AS abstract FROM dispatch_versions
         WHERE dispatch_id = $1 ORDER BY revision`,
        [id],
      );
    expect(await kept()).toEqual([
      { revision: 1, abstract: 'một' },
      { revision: 4, abstract: 'hai ba bốn' },
    ]);
    const entries = await office.database.query(
      `SELECT count(*)::int AS n FROM journal_entries WHERE subject_id = $1 AND verb = 'revised'`,
      [id],
    );
    expect(entries).toEqual([{ n: 1 }]);
    const page = await drafter.get(`/dispatches/${id}/versions`).expect(200);
    expect(page.text).toContain('Lần lưu 4 so với lần lưu 1');
    expect(page.text).toMatch(/<del>một<\/del><ins>hai ba bốn<\/ins>/);
    const clerk = await office.as('vanthu');
    const told = await clerk.get(`/dispatches/${id}/edit`).expect(200);
    expect(told.text).toContain('Trần Thị Mai vừa lưu dự thảo này');
    expect((await drafter.get(`/dispatches/${id}/edit`)).text).not.toContain('vừa lưu dự thảo này');
  });

  it('shows the real page before anything is stored', async () => {
    const before = await stored();
    const answer = await drafter
      .post('/documents/preview')
      .type('form')
      .send(formBody(await aDraft(office)));
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await stored()).toBe(before);
  });

  it('tells whom each line reaches while it is written: how many, what is there already, who has no address', async () => {
    await office.database.query(`UPDATE agencies SET email = NULL WHERE code = 'PGD-VXT'`);
    const lines = {
      addressees: [{ text: 'Ủy ban nhân dân các xã, phường, thị trấn' }],
      copies: [
        { text: 'Như trên' },
        { text: 'UBND TP', to: 'Ủy ban nhân dân thành phố Thái Bình' },
        { text: 'Ủy ban nhân dân các huyện, thành phố' },
        { text: 'Đ/c Thành', to: 'PGD-VXT' },
        { text: 'Sở Không Có' },
        { text: 'Lưu: VT' },
      ],
    };
    const { body } = await drafter.post('/api/documents/recipients').send(lines).expect(200);
    const told = body.lines.map((line: Record<string, unknown>) => [
      line.target,
      line.agencies,
      line.again,
    ]);
    expect(told).toEqual([
      ['group', 260, 0],
      ['reference', 0, 0],
      ['agency', 1, 0],
      ['group', 8, 1],
      ['person', 1, 0],
      ['unknown', 0, 0],
      ['archive', 0, 0],
    ]);
    expect(body.recipients).toBe(269);
    expect(body.unreachable).toMatchObject([{ code: 'PGD-VXT' }]);
    const shown = await drafter.post('/documents/recipients').type('form').send(formBody(lines));
    await office.database.query(
      `UPDATE agencies SET channels = '{webhook}', webhook_url = 'https://he-thong.example/nhan',
                           webhook_secret = 'whsec_c2VjcmV0' WHERE code = 'PGD-VXT'`,
    );
    const byWebhook = await drafter
      .post('/documents/recipients')
      .type('form')
      .send(formBody(lines));
    expect(byWebhook.text).not.toContain('chưa có địa chỉ thư');
    await office.database.query(
      `UPDATE agencies SET channels = '{email}', webhook_url = NULL, webhook_secret = NULL
       WHERE code = 'PGD-VXT'`,
    );
    expect(shown.text).toContain('8, 1 đã có ở trên');
    expect(shown.text).toContain('danh bạ không có tên này');
    expect(shown.text).toContain('1 nơi chưa có địa chỉ thư');
  });

  it('ends at submission: what was sent for signature is not edited any more', async () => {
    const draft = await aDraft(office);
    const id = await draftedBy(drafter, draft);
    await signed(office, id);
    const answer = await drafter.put(`/api/dispatches/${id}`).send(draft).expect(409);
    expect(answer.body.type).toBe('not-editable');
  });

  it('offers a draft only to people of the office and its form only to those who draft', async () => {
    const leader = await office.as('lanhdao');
    await leader.get('/dispatches/new').expect(403);
    await leader
      .post('/api/dispatches')
      .send(await aDraft(office))
      .expect(403);
    await leader.get('/dispatches').expect(200);
    await leader.get('/dispatches/khong-phai-ma').expect(404);
    await leader.get('/api/dispatches/00000000-0000-4000-8000-000000000000').expect(404);
  });
});
