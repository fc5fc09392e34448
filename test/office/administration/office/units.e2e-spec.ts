import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { dayFromNow } from '../../../support/people.ts';

describe('the units of an office', () => {
  let office: TestOffice;
  let admin: Browser;
  let clerk: Browser;
  const today = dayFromNow(0);

  beforeAll(async () => {
    office = await testOffice();
    [admin, clerk] = await Promise.all([office.as('quantri'), office.as('vanthu')]);
  });
  afterAll(() => office?.close());

  const add = (unit: object) => admin.post('/api/office/units').send(unit);
  const end = (id: string, lastDay: string) =>
    admin.post(`/api/office/units/${id}/end`).send({ lastDay });

  it('are added, offered to drafters and in mandates, renamed and ended', async () => {
    const form = { symbol: 'CNTT-VT', name: 'Phòng Công nghệ - Viễn thông', validFrom: today };
    await admin.post('/office/units').type('form').send(form).expect(303);
    const [unit] = (await admin.get('/api/office/units').expect(200)).body;
    expect(unit).toEqual({ ...form, id: unit.id, validTo: null });
    const drafter = await office.as('chuyenvien');
    const composer = await drafter.get('/dispatches/new').expect(200);
    expect(composer.text).toContain('<option value="STTTT-CNTT-VT">');
    const mandate = await clerk.get('/mandates/new').expect(200);
    expect(mandate.text).toMatch(/name="units" value="CNTT-VT"/);

    const name = 'Phòng Bưu chính - Viễn thông';
    await admin.post(`/office/units/${unit.id}`).type('form').send({ name }).expect(303);
    await end(unit.id, dayFromNow(2)).expect(200);
    const page = await admin.get('/office').expect(200);
    expect(page.text).toContain(name);
    const [{ verbs }] = await office.database.query(
      `SELECT json_agg(json_build_array(verb, details->>'before') ORDER BY id) AS verbs
       FROM journal_entries WHERE verb LIKE 'unit-%'`,
    );
    expect(verbs).toEqual([
      ['unit-added', null],
      ['unit-renamed', form.name],
      ['unit-ended', null],
    ]);
  });

  it('have a symbol each on any day', async () => {
    const taken = await add({ symbol: 'CNTT-VT', name: 'Phòng khác', validFrom: dayFromNow(1) });
    expect(taken.status).toBe(422);
    expect(taken.body.errors[0]).toMatchObject({
      path: 'symbol',
      message: expect.stringContaining('Phòng Bưu chính - Viễn thông” đến hết ngày'),
    });
    await add({ symbol: 'CNTT-VT', name: 'Phòng khác', validFrom: dayFromNow(3) }).expect(201);
    const both = await Promise.all(
      [1, 2].map((one) => add({ symbol: 'VP', name: `Văn phòng ${one}`, validFrom: today })),
    );
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 422,
    ]);
    const odd = await add({ symbol: 'cntt', name: 'x', validFrom: today }).expect(422);
    expect(odd.body.errors[0].path).toBe('symbol');
  });

  it('end no earlier than they begin, and not while people or mandates are theirs', async () => {
    const { body: unit } = await add({ symbol: 'TTCP', name: 'Thanh tra', validFrom: today });
    const early = await end(unit.id, dayFromNow(-1)).expect(422);
    expect(early.body.errors[0].message).toContain('Đơn vị bắt đầu từ ngày');
    const person = `UPDATE accounts SET unit_id = $1 WHERE username = 'chuyenvien'`;
    await office.database.query(person, [unit.id]);
    const peopled = await end(unit.id, today).expect(409);
    expect(peopled.body).toMatchObject({
      type: 'unit-in-use',
      title: 'TTCP còn 1 người: Trần Thị Mai. Chuyển họ sang đơn vị khác rồi kết thúc.',
    });
    await office.database.query(person, [null]);
    await office.database.query(`UPDATE mandates SET units = '{TTCP}'`);
    const given = await end(unit.id, today).expect(409);
    expect(given.body.title).toContain('còn thẩm quyền ký ghi TTCP: Vũ Xuân Thành');
    await office.database.query(`UPDATE mandates SET units = '{}'`);
    await end(unit.id, today).expect(200);
    const longer = await end(unit.id, dayFromNow(5)).expect(422);
    expect(longer.body.errors[0].message).toContain('Không gia hạn bằng cách này');
  });

  it('are the administrator’s alone', async () => {
    await clerk.get('/office/units/new').expect(403);
    await clerk.get('/api/office/units').expect(403);
    await clerk.post('/api/office/units').send({}).expect(403);
  });
});
