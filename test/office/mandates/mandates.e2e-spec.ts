import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aSigner, aStranger, dayFromNow } from '../../support/people.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';

describe('who may sign what', () => {
  let office: TestOffice;
  let clerk: Browser;
  let drafter: Browser;
  let people: Record<'head' | 'deputy' | 'chief' | 'other', string>;

  beforeAll(async () => {
    office = await testOffice();
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
    const [{ id: deputy }] = await office.database.query(
      `SELECT id FROM accounts WHERE username = 'phogiamdoc'`,
    );
    people = {
      deputy,
      head: await aSigner(office, 'giamdoc', 'Lê Văn Minh', 'Giám đốc'),
      chief: await aSigner(office, 'chanhvp', 'Hoàng Thị Lan', 'Chánh Văn phòng'),
      other: await aSigner(office, 'truongphong', 'Bùi Văn Nam', 'Trưởng phòng'),
    };
  });
  afterAll(() => office?.close());

  const mandate = (fields: Record<string, unknown>) => ({
    accountId: people.head,
    capacity: 'head',
    post: 'Giám đốc',
    validFrom: dayFromNow(-30),
    ...fields,
  });
  const granted = async (fields: Record<string, unknown>) =>
    (await clerk.post('/api/mandates').send(mandate(fields)).expect(201)).body;
  const refused = async (fields: Record<string, unknown>) => {
    const { body } = await clerk.post('/api/mandates').send(mandate(fields)).expect(422);
    return Object.fromEntries(
      body.errors.map(({ path, message }: Record<string, string>) => [path, message]),
    );
  };
  const ofHead = () => granted({});
  const underOrder = async (fields = {}) =>
    granted({
      accountId: people.chief,
      capacity: 'TL.',
      grantedFromId: (await ofHead()).id,
      post: 'Chánh Văn phòng',
      documentTypes: ['giay-moi', 'thong-bao'],
      basis: 'Quy chế làm việc số 05/QĐ-STTTT ngày 10/01/2024',
      ...fields,
    });
  const byWrit = async (fields = {}) =>
    granted({
      accountId: people.other,
      capacity: 'TUQ.',
      grantedFromId: (await ofHead()).id,
      post: 'Trưởng phòng',
      units: ['BCVT'],
      basis: 'Giấy ủy quyền số 03/GUQ-STTTT ngày 02/02/2026',
      validTo: dayFromNow(30),
      ...fields,
    });
  const submitted = async (mandateId: string, overrides = {}) => {
    const id = await draftedBy(drafter, await aDraft(office, { mandateId, ...overrides }));
    const answer = await drafter.post(`/api/dispatches/${id}/submission`);
    return { id, answer };
  };
  const ended = (id: string, lastDay = dayFromNow(-1)) =>
    clerk.post(`/api/mandates/${id}/end`).send({ lastDay, reason: 'Nghỉ hưu' });

  it('prints each capacity as Annex I has it', async () => {
    expect((await ofHead()).authority).toEqual(['GIÁM ĐỐC']);
    expect((await granted({ capacity: 'Q.' })).authority).toEqual(['Q. GIÁM ĐỐC']);
    const order = await underOrder();
    expect(order.authority).toEqual(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']);
    expect((await byWrit()).authority).toEqual(['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']);
    const collective = { capacity: 'TM.', onBehalfOf: 'Ủy ban nhân dân', post: 'Chủ tịch' };
    const chairman = await granted(collective);
    expect(chairman.authority).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    const instead = { accountId: people.deputy, capacity: 'KT.' };
    const vice = await granted({ ...instead, grantedFromId: chairman.id, post: 'Phó Chủ tịch' });
    expect(vice.authority).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    const deputyChief = await granted({
      ...instead,
      grantedFromId: order.id,
      post: 'Phó Chánh Văn phòng',
      documentTypes: ['giay-moi'],
    });
    expect(deputyChief.authority).toEqual([
      'TL. GIÁM ĐỐC',
      'KT. CHÁNH VĂN PHÒNG',
      'PHÓ CHÁNH VĂN PHÒNG',
    ]);
  });

  it('lets nobody who signs by TUQ. give it on', async () => {
    const { id: grantedFromId } = await byWrit();
    for (const capacity of ['TUQ.', 'KT.', 'TL.']) {
      const given = { accountId: people.deputy, capacity, grantedFromId, post: 'Phó Trưởng phòng' };
      const why = await refused({ ...given, documentTypes: ['giay-moi'], basis: 'Giấy ủy quyền' });
      expect(why.grantedFromId).toContain('không được ủy quyền lại');
    }
    const hidden = { accountId: people.deputy, capacity: 'TUQ.', onBehalfOf: 'TRƯỞNG PHÒNG' };
    const why = await refused({ ...hidden, basis: 'Giấy ủy quyền', validTo: dayFromNow(5) });
    expect(why.grantedFromId).toContain('chọn đúng người giao');
  });

  it('lets only the head give KT., TL. and TUQ., and a unit’s head KT. to his own deputy', async () => {
    const head = await ofHead();
    const deputy = await granted({
      accountId: people.deputy,
      capacity: 'KT.',
      grantedFromId: head.id,
      post: 'Phó Giám đốc',
    });
    const order = await underOrder();
    const given = { accountId: people.other, post: 'Phó Giám đốc', documentTypes: ['giay-moi'] };
    const limits = { basis: 'Quyết định', validTo: dayFromNow(3) };
    for (const capacity of ['KT.', 'TL.', 'TUQ.']) {
      const from = { ...given, ...limits, capacity, grantedFromId: deputy.id };
      expect((await refused(from)).grantedFromId).toContain('người đứng đầu mới giao được');
    }
    for (const capacity of ['TL.', 'TUQ.']) {
      const from = { ...given, ...limits, capacity, grantedFromId: order.id };
      expect((await refused(from)).grantedFromId).toContain('cấp phó của mình ký thay');
    }
    const self = { accountId: people.head, capacity: 'KT.', grantedFromId: head.id };
    expect((await refused({ ...self, post: 'Phó Giám đốc' })).accountId).toContain('tự giao');
    const noDeputy = { accountId: people.other, capacity: 'KT.', grantedFromId: head.id };
    expect((await refused({ ...noDeputy, post: 'Trưởng phòng' })).post).toContain('cấp phó');
  });

  it('wants TUQ. written, limited in time and content, and TL. named in a regulation', async () => {
    const { id: grantedFromId } = await ofHead();
    const given = { accountId: people.other, grantedFromId, post: 'Trưởng phòng' };
    expect(Object.keys(await refused({ ...given, capacity: 'TUQ.' })).toSorted()).toEqual([
      'basis',
      'documentTypes',
      'validTo',
    ]);
    expect(Object.keys(await refused({ ...given, capacity: 'TL.' })).toSorted()).toEqual([
      'basis',
      'documentTypes',
    ]);
  });

  it('gives nobody more than the giver has', async () => {
    const order = await underOrder({ validTo: dayFromNow(10) });
    const why = await refused({
      accountId: people.deputy,
      capacity: 'KT.',
      grantedFromId: order.id,
      post: 'Phó Chánh Văn phòng',
      documentTypes: ['giay-moi', 'quyet-dinh'],
      validTo: dayFromNow(20),
    });
    expect(Object.keys(why).toSorted()).toEqual(['documentTypes', 'validTo']);
  });

  it('covers the document types and units it names, and says so when others are submitted', async () => {
    const { id: mandateId } = await byWrit();
    expect((await submitted(mandateId)).answer.status).toBe(201);
    const { answer } = await submitted(mandateId, {
      symbol: 'STTTT-CNTT',
      copies: [{ text: 'Lưu: VT, CNTT' }],
    });
    expect(answer.body.title).toContain('chỉ gồm văn bản của BCVT; văn bản này của CNTT.');
    const order = await underOrder();
    const letter = await submitted(order.id);
    expect(letter.answer.body.title).toContain('chỉ gồm: Giấy mời, Thông báo; không gồm Công văn.');
    const notice = { type: 'thong-bao', symbol: 'TB-STTTT', addressees: [] };
    expect((await submitted(order.id, notice)).answer.status).toBe(201);
  });

  it('that ended between submission and signature is refused with the reason', async () => {
    const { id: mandateId } = await byWrit();
    const { id } = await submitted(mandateId);
    await ended(mandateId).expect(200);
    const signer = await office.as('truongphong');
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
    const { id } = await granted({ validFrom: dayFromNow(3) });
    expect((await submitted(id)).answer.body.title).toContain('chỉ có hiệu lực từ ngày');
  });

  it('ends with the mandate it was given from, on the same day, and is journalled', async () => {
    const order = await underOrder();
    const deputy = await granted({
      accountId: people.deputy,
      capacity: 'KT.',
      grantedFromId: order.id,
      post: 'Phó Chánh Văn phòng',
      documentTypes: ['thong-bao'],
    });
    const page = await clerk.get(`/mandates/${order.id}/end`).expect(200);
    expect(page.text).toContain('Vũ Xuân Thành: TL. GIÁM ĐỐC / KT. CHÁNH VĂN PHÒNG');
    await ended(order.id, dayFromNow(0)).expect(200);
    const { body } = await clerk.get('/api/mandates').expect(200);
    const lastDays = body
      .filter(({ id }: { id: string }) => [order.id, deputy.id].includes(id))
      .map(({ validTo }: { validTo: string }) => validTo);
    expect(lastDays).toEqual([dayFromNow(0), dayFromNow(0)]);
    const entries = await office.database.query(
      `SELECT verb, details FROM journal_entries WHERE subject_id = $1 ORDER BY id`,
      [deputy.id],
    );
    expect(entries.map(({ verb }: { verb: string }) => verb)).toEqual(['granted', 'ended']);
    expect(entries[1].details).toMatchObject({ with: order.id, reason: 'Nghỉ hưu' });
  });

  it('is neither ended backwards nor prolonged', async () => {
    const { id } = await byWrit();
    expect((await ended(id, dayFromNow(-2)).expect(422)).body.errors[0].path).toBe('lastDay');
    expect((await ended(id, dayFromNow(90)).expect(422)).body.errors[0].path).toBe('lastDay');
    await ended(id).expect(200);
    expect((await ended(id).expect(409)).body.type).toBe('mandate-ended');
  });

  it('is not given from while it ends', async () => {
    const head = await ofHead();
    const deputy = { accountId: people.deputy, capacity: 'KT.', post: 'Phó Giám đốc' };
    const [end, ...grants] = await Promise.all([
      ended(head.id, dayFromNow(0)),
      ...Array.from({ length: 5 }, () =>
        clerk.post('/api/mandates').send(mandate({ ...deputy, grantedFromId: head.id })),
      ),
    ]);
    expect(end.status).toBe(200);
    expect(grants.every(({ status }) => status === 201 || status === 422)).toBe(true);
    const outliving = await office.database.query(
      'SELECT 1 FROM mandates WHERE granted_from_id = $1 AND valid_to IS NULL',
      [head.id],
    );
    expect(outliving).toEqual([]);
  });

  it('is read by everyone of the office and managed by its clerk alone', async () => {
    const { id } = await ofHead();
    await aStranger(office, 'khach');
    const stranger = await office.as('khach');
    for (const username of ['chuyenvien', 'phogiamdoc', 'lanhdao']) {
      const person = await office.as(username);
      expect((await person.get('/mandates').expect(200)).text).not.toContain('Ghi thẩm quyền mới');
      await person.get('/mandates/new').expect(403);
      await person.post('/api/mandates').send(mandate({})).expect(403);
      await person
        .post('/mandates')
        .type('form')
        .send(formBody(mandate({})))
        .expect(403);
      await person.get(`/mandates/${id}/end`).expect(403);
      await person.post(`/mandates/${id}/end`).expect(403);
      await person.post(`/api/mandates/${id}/end`).expect(403);
    }
    expect((await stranger.get('/api/mandates').expect(200)).body).toEqual([]);
    const end = { lastDay: dayFromNow(0), reason: 'Không phải việc của mình' };
    await stranger.post(`/api/mandates/${id}/end`).send(end).expect(404);
    await stranger.get(`/mandates/${id}/end`).expect(404);
    const { body } = await stranger.post('/api/mandates').send(mandate({})).expect(422);
    expect(body.errors[0].path).toBe('accountId');
    const { chief } = people;
    const foreign = { accountId: chief, grantedFromId: id, capacity: 'KT.', post: 'Phó Giám đốc' };
    const answer = await stranger.post('/api/mandates').send(mandate(foreign)).expect(422);
    expect(answer.body.errors[0].path).toBe('grantedFromId');
    await office.anyone.get('/api/mandates').expect(401);
  });

  it('is written down on a page that says what is wrong beside each field', async () => {
    const form = {
      ...mandate({ accountId: people.other, capacity: 'TUQ.' }),
      post: 'Trưởng phòng',
    };
    const again = await clerk.post('/mandates').type('form').send(formBody(form)).expect(422);
    expect(again.text).toContain('id="basis-error">Phải có văn bản ủy quyền (khoản 3 Điều 13)');
    expect(again.text).toContain('value="Trưởng phòng"');
    const right = { ...form, capacity: 'KT.', post: 'Phó Trưởng phòng' };
    const more = { onBehalfOf: 'Trưởng phòng HC', basis: 'Quyết định số 7/QĐ', units: 'HC, TC' };
    const done = await clerk
      .post('/mandates')
      .type('form')
      .send(formBody({ ...right, ...more }));
    expect(done.headers.location).toBe('/mandates');
    const page = await clerk.get('/mandates').expect(200);
    expect(page.text).toContain('KT. TRƯỞNG PHÒNG HC');
    expect(page.text).toContain('Mọi loại văn bản · đơn vị HC, TC');
    const [{ id }] = await office.database.query(
      `SELECT id FROM mandates WHERE on_behalf_of = 'TRƯỞNG PHÒNG HC'`,
    );
    const end = clerk.post(`/mandates/${id}/end`).type('form');
    expect((await end.send({ lastDay: '', reason: '' }).expect(422)).text).toContain(
      'reason-error',
    );
    await clerk
      .post(`/mandates/${id}/end`)
      .type('form')
      .send({ lastDay: dayFromNow(-1), reason: 'Luân chuyển' })
      .expect(303);
    const drafting = await drafter.get('/dispatches/new').expect(200);
    expect(drafting.text).not.toContain('KT. TRƯỞNG PHÒNG HC');
  });
});
