import { formBody } from '../../support/form.ts';
import { aStranger, dayFromNow } from '../../support/people.ts';
import { MandateOffice } from './mandate-office.ts';

describe('who may sign what', () => {
  let here: MandateOffice;

  beforeAll(async () => {
    here = await MandateOffice.open();
  });
  afterAll(() => here?.close());

  it('covers the document types and units it names, and says so when others are submitted', async () => {
    const { id: mandateId } = await here.byWrit();
    expect((await here.submitted(mandateId)).answer.status).toBe(201);
    const { answer } = await here.submitted(mandateId, {
      symbol: 'STTTT-CNTT',
      copies: [{ text: 'Lưu: VT, CNTT' }],
    });
    expect(answer.body.title).toContain('chỉ gồm văn bản của BCVT; văn bản này của CNTT.');
    const order = await here.underOrder();
    const letter = await here.submitted(order.id);
    expect(letter.answer.body.title).toContain('chỉ gồm: Giấy mời, Thông báo; không gồm Công văn.');
    const notice = { type: 'thong-bao', symbol: 'TB-STTTT', addressees: [] };
    expect((await here.submitted(order.id, notice)).answer.status).toBe(201);
  });

  it('that ended between submission and signature is refused with the reason', async () => {
    const { id: mandateId } = await here.byWrit();
    const { id } = await here.submitted(mandateId);
    await here.ended(mandateId).expect(200);
    const signer = await here.office.as('truongphong');
    const { body } = await signer.post(`/api/dispatches/${id}/signature`).expect(409);
    const [year, month, day] = dayFromNow(-1).split('-');
    expect(body).toMatchObject({
      type: 'mandate-expired',
      title:
        `Thẩm quyền ký “TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG” của Bùi Văn Nam đã hết hiệu lực sau ngày ` +
        `${day}/${month}/${year}. Trả lại để người soạn chọn người ký khác.`,
    });
    const page = await signer.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('đã hết hiệu lực sau ngày');
  });

  it('that has not begun does not sign yet', async () => {
    const { id } = await here.granted({ validFrom: dayFromNow(3) });
    expect((await here.submitted(id)).answer.body.title).toContain('chỉ có hiệu lực từ ngày');
  });

  it('ends with the mandate it was given from, on the same day, and is journalled', async () => {
    const order = await here.underOrder();
    const deputy = await here.granted({
      accountId: here.people.deputy,
      capacity: 'KT.',
      grantedFromId: order.id,
      post: 'Phó Chánh Văn phòng',
      documentTypes: ['thong-bao'],
    });
    const page = await here.clerk.get(`/mandates/${order.id}/end`).expect(200);
    expect(page.text).toContain('Vũ Xuân Thành: TL. GIÁM ĐỐC / KT. CHÁNH VĂN PHÒNG');
    await here.ended(order.id, dayFromNow(0)).expect(200);
    const { body } = await here.clerk.get('/api/mandates').expect(200);
    const lastDays = body
      .filter(({ id }: { id: string }) => [order.id, deputy.id].includes(id))
      .map(({ validTo }: { validTo: string }) => validTo);
    expect(lastDays).toEqual([dayFromNow(0), dayFromNow(0)]);
    const entries = await here.office.database.query(
      `SELECT verb, details FROM journal_entries WHERE subject_id = $1 ORDER BY id`,
      [deputy.id],
    );
    expect(entries.map(({ verb }: { verb: string }) => verb)).toEqual(['granted', 'ended']);
    expect(entries[1].details).toMatchObject({ with: order.id, reason: 'Nghỉ hưu' });
  });

  it('is neither ended backwards nor prolonged', async () => {
    const { id } = await here.byWrit();
    expect((await here.ended(id, dayFromNow(-2)).expect(422)).body.errors[0].path).toBe('lastDay');
    expect((await here.ended(id, dayFromNow(90)).expect(422)).body.errors[0].path).toBe('lastDay');
    await here.ended(id).expect(200);
    expect((await here.ended(id).expect(409)).body.type).toBe('mandate-ended');
  });

  it('is not given from while it ends', async () => {
    const head = await here.ofHead();
    const deputy = { accountId: here.people.deputy, capacity: 'KT.', post: 'Phó Giám đốc' };
    const [end, ...grants] = await Promise.all([
      here.ended(head.id, dayFromNow(0)),
      ...Array.from({ length: 5 }, () =>
        here.clerk.post('/api/mandates').send(here.mandate({ ...deputy, grantedFromId: head.id })),
      ),
    ]);
    expect(end.status).toBe(200);
    expect(grants.every(({ status }) => status === 201 || status === 422)).toBe(true);
    const outliving = await here.office.database.query(
      'SELECT 1 FROM mandates WHERE granted_from_id = $1 AND valid_to IS NULL',
      [head.id],
    );
    expect(outliving).toEqual([]);
  });

  it('is read by everyone of the office and managed by its clerk alone', async () => {
    const { id } = await here.ofHead();
    await aStranger(here.office, 'khach');
    const stranger = await here.office.as('khach');
    for (const username of ['chuyenvien', 'phogiamdoc', 'lanhdao']) {
      const person = await here.office.as(username);
      expect((await person.get('/mandates').expect(200)).text).not.toContain('Ghi thẩm quyền mới');
      await person.get('/mandates/new').expect(403);
      await person.post('/api/mandates').send(here.mandate({})).expect(403);
      await person
        .post('/mandates')
        .type('form')
        .send(formBody(here.mandate({})))
        .expect(403);
      await person.get(`/mandates/${id}/end`).expect(403);
      await person.post(`/mandates/${id}/end`).expect(403);
      await person.post(`/api/mandates/${id}/end`).expect(403);
    }
    expect((await stranger.get('/api/mandates').expect(200)).body).toEqual([]);
    const end = { lastDay: dayFromNow(0), reason: 'Không phải việc của mình' };
    await stranger.post(`/api/mandates/${id}/end`).send(end).expect(404);
    await stranger.get(`/mandates/${id}/end`).expect(404);
    const { body } = await stranger.post('/api/mandates').send(here.mandate({})).expect(422);
    expect(body.errors[0].path).toBe('accountId');
    const { chief } = here.people;
    const foreign = { accountId: chief, grantedFromId: id, capacity: 'KT.', post: 'Phó Giám đốc' };
    const answer = await stranger.post('/api/mandates').send(here.mandate(foreign)).expect(422);
    expect(answer.body.errors[0].path).toBe('grantedFromId');
    await here.office.anyone.get('/api/mandates').expect(401);
  });

  it('is written down on a page that says what is wrong beside each field', async () => {
    const form = {
      ...here.mandate({ accountId: here.people.other, capacity: 'TUQ.' }),
      post: 'Trưởng phòng',
    };
    const again = await here.clerk.post('/mandates').type('form').send(formBody(form)).expect(422);
    expect(again.text).toContain('id="basis-error">Phải có văn bản ủy quyền (khoản 3 Điều 13)');
    expect(again.text).toContain('value="Trưởng phòng"');
    const right = { ...form, capacity: 'KT.', post: 'Phó Trưởng phòng' };
    const more = { onBehalfOf: 'Trưởng phòng HC', basis: 'Quyết định số 7/QĐ', units: 'HC, TC' };
    const done = await here.clerk
      .post('/mandates')
      .type('form')
      .send(formBody({ ...right, ...more }));
    expect(done.headers.location).toBe('/mandates');
    const page = await here.clerk.get('/mandates').expect(200);
    expect(page.text).toContain('KT. TRƯỞNG PHÒNG HC');
    expect(page.text).toContain('Mọi loại văn bản · đơn vị HC, TC');
    const [{ id }] = await here.office.database.query(
      `SELECT id FROM mandates WHERE on_behalf_of = 'TRƯỞNG PHÒNG HC'`,
    );
    const end = here.clerk.post(`/mandates/${id}/end`).type('form');
    expect((await end.send({ lastDay: '', reason: '' }).expect(422)).text).toContain(
      'reason-error',
    );
    await here.clerk
      .post(`/mandates/${id}/end`)
      .type('form')
      .send({ lastDay: dayFromNow(-1), reason: 'Luân chuyển' })
      .expect(303);
    const drafting = await here.drafter.get('/dispatches/new').expect(200);
    expect(drafting.text).not.toContain('KT. TRƯỞNG PHÒNG HC');
  });
});
