import { Clock } from '../../../src/platform/time/clock.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';

describe('the calendar of an office', () => {
  let office: TestOffice;
  let clerk: Browser;
  let leader: Browser;

  beforeAll(async () => {
    office = await testOffice();
    [clerk, leader] = [await office.as('vanthu'), await office.as('lanhdao')];
  });
  afterAll(() => office?.close());

  const moment = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);
  const itIs = (text: string) => {
    office.app.get(Clock).now = () => moment(text);
  };
  /** A dispatch that was signed at this moment. */
  const signedAt = async (text: string, urgency = 'normal') => {
    const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office, { urgency }));
    await signed(office, id);
    await office.database.query('UPDATE signatures SET signed_at = $2 WHERE dispatch_id = $1', [
      id,
      moment(text),
    ]);
    return id;
  };
  const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

  it('has the holidays of the country until the clerk settles a year', async () => {
    itIs('2026-11-23 15:00');
    const { text } = await leader.get('/calendar').expect(200);
    expect(text).toContain('Lịch làm việc 2026');
    expect(words(text)).toContain('24/11/2026 Ngày Văn hóa Việt Nam');
    expect(text).not.toContain('<textarea');
    expect(words((await leader.get('/calendar/2031').expect(200)).text)).toContain('Dự kiến');
    await leader.get('/calendar/mai-sau').expect(404);
  });

  it('counts down to the last moment to issue, over the holiday of 24 November', async () => {
    const id = await signedAt('2026-11-23 15:00');
    itIs('2026-11-23 16:00');
    expect(words((await clerk.get(`/dispatches/${id}`).expect(200)).text)).toContain(
      'Ký lúc 15:00 23/11/2026. Phát hành trong ngày, trước 17:00 23/11/2026; ' +
        'chậm nhất 12:00 25/11/2026: còn 1 ngày 20 giờ',
    );
    itIs('2026-11-25 14:30');
    const late = 'quá hạn từ 12:00 25/11/2026, đã 2 giờ 30 phút';
    expect(words((await clerk.get(`/dispatches/${id}`).expect(200)).text)).toContain(late);
    expect(words((await leader.get('/board').expect(200)).text)).toContain(late);
  });

  it('counts half an hour for what is urgent', async () => {
    const id = await signedAt('2026-11-24 20:00', 'express');
    itIs('2026-11-24 20:10');
    expect(words((await clerk.get(`/dispatches/${id}`).expect(200)).text)).toContain(
      'Phát hành chậm nhất 20:30 24/11/2026: còn 20 phút',
    );
  });

  it('is settled by the clerk, one day a line, and deadlines follow', async () => {
    const id = await signedAt('2027-06-03 10:00'); // a Thursday
    itIs('2027-06-03 11:00');
    const text = async () => words((await clerk.get(`/dispatches/${id}`).expect(200)).text);
    expect(await text()).toContain('chậm nhất 12:00 04/06/2027');
    const days =
      '4/6/2027 nghỉ, làm bù\r\n05/06/2027 làm Bù ngày 04/06\r\n\r\n7/6/2027-9/6/2027 nghỉ';
    await clerk.post('/calendar/2027').type('form').send({ days }).expect(303);
    expect(await text()).toContain('chậm nhất 12:00 05/06/2027');
    const { body } = await leader.get('/api/calendar/2027').expect(200);
    expect(body).toEqual({
      year: 2027,
      isSettled: true,
      days: [
        { date: '2027-06-04', kind: 'holiday', name: 'làm bù' },
        { date: '2027-06-05', kind: 'working', name: 'Bù ngày 04/06' },
        ...['07', '08', '09'].map((day) => ({
          date: `2027-06-${day}`,
          kind: 'holiday',
          name: 'Ngày nghỉ',
        })),
      ],
    });
    await clerk.put('/api/calendar/2027').send({ days: [] }).expect(200);
    expect(await text()).toContain('chậm nhất 12:00 04/06/2027');
    const entries = await office.database.query(
      `SELECT details FROM journal_entries WHERE verb = 'calendar-settled' ORDER BY id`,
    );
    expect(entries).toHaveLength(2);
    expect(entries[0].details.days).toHaveLength(5);
  });

  it('says of every line what is wrong, and keeps what was typed', async () => {
    const days =
      '30/02/2026 nghỉ Không có\nngày mai nghỉ\n01/01/2027 nghỉ Tết\n2/9/2026 nghỉ Quốc khánh';
    const { text } = await clerk.post('/calendar/2026').type('form').send({ days }).expect(422);
    expect(text).toContain('Dòng 1: không có ngày này');
    expect(text).toContain('Dòng 2: ghi ngày, chữ');
    expect(text).toContain('Dòng 3: không thuộc năm 2026');
    expect(text).not.toContain('Dòng 4');
    expect(text).toContain('2/9/2026 nghỉ Quốc khánh</textarea>');
    const twice = { date: '2026-09-02', kind: 'holiday', name: 'Quốc khánh' };
    await clerk
      .put('/api/calendar/2026')
      .send({ days: [twice, twice] })
      .expect(422);
    expect((await clerk.get('/api/calendar/2026').expect(200)).body.isSettled).toBe(false);
  });

  it('is settled by nobody else', async () => {
    await leader.post('/calendar/2026').type('form').send({ days: '' }).expect(403);
    await leader.put('/api/calendar/2026').send({ days: [] }).expect(403);
  });

  it('sets the time to acknowledge when a dispatch is issued', async () => {
    const [{ day }] = await office.database.query(
      `SELECT ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text AS day`,
    );
    const off = Array.from({ length: 20 }, (_, n) => {
      const date = new Date(new Date(`${day}T00:00:00Z`).getTime() + n * 86_400_000);
      return { date: date.toISOString().slice(0, 10), kind: 'holiday', name: 'Nghỉ' };
    });
    for (const year of new Set(off.map(({ date }) => date.slice(0, 4)))) {
      const days = off.filter(({ date }) => date.startsWith(year));
      await clerk.put(`/api/calendar/${year}`).send({ days }).expect(200);
    }
    const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    const [{ by }] = await office.database.query(
      `SELECT min(acknowledge_by) AS by FROM recipients WHERE dispatch_id = $1`,
      [id],
    );
    expect(by > new Date(`${off.at(-1)!.date}T17:00:00+07:00`)).toBe(true);
  });
});
