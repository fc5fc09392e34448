import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aStranger } from '../../../support/people.ts';

describe('the ladder of reminders', () => {
  let office: TestOffice;
  let clerk: Browser;
  let leader: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    [clerk, leader] = [await office.as('vanthu'), await office.as('lanhdao')];
  });
  afterAll(() => office?.close());

  const steps = async () =>
    (await leader.get('/api/reminder-steps').expect(200)).body.filter(
      ({ concerns }: { concerns: string }) => concerns === 'acknowledgement',
    ) as { id: string; rung: string }[];
  const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('begins with the usual steps, which everyone reads and the clerk changes', async () => {
    expect((await steps()).map(({ rung }) => rung)).toEqual([
      'recipient',
      'recipient',
      'clerk',
      'head',
      'recipient',
      'parent',
      'telephone',
    ]);
    const page = await leader.get('/reminders').expect(200);
    expect(words(page.text)).toContain('2 giờ làm việc trước hạn Nơi nhận');
    expect(words(page.text)).toContain('vanthu@sttt.thaibinh.example');
    expect(page.text).not.toContain('Thêm bước');
    const step = { rung: 'clerk', amount: 30, unit: 'minutes', counted: 'clock' };
    await leader.post('/api/reminder-steps').send(step).expect(403);
    const { body } = await clerk.post('/api/reminder-steps').send(step).expect(201);
    await clerk.post('/api/reminder-steps').send(step).expect(409);
    expect(await steps()).toHaveLength(8);
    await clerk.delete(`/api/reminder-steps/${body.id}`).expect(204);
    await clerk.delete(`/api/reminder-steps/${body.id}`).expect(204);
    expect(await steps()).toHaveLength(7);
  });

  it('is changed on its page without JavaScript; what is wrong is said beside it', async () => {
    const add = (fields: object) => clerk.post('/reminders/steps').type('form').send(fields);
    const step = { when: 'before', unit: 'hours', counted: 'working', rung: 'recipient' };
    const wrong = await add({ ...step, amount: 'bốn' }).expect(422);
    expect(wrong.text).toContain('id="amount-error">Ghi một số.');
    expect(wrong.text).toContain('value="bốn"');
    expect((await add({ ...step, amount: '9999' }).expect(422)).text).toContain('Xa quá');
    await add({ ...step, amount: '4' }).expect(303);
    await add({ ...step, when: 'at', amount: '', rung: 'clerk' }).expect(303);
    const shown = words((await clerk.get('/reminders')).text);
    expect(shown).toContain('4 giờ làm việc trước hạn Nơi nhận');
    expect(shown).toContain('Đúng hạn Văn thư');
    const [first] = await steps();
    await clerk.post(`/reminders/steps/${first!.id}/end`).expect(303);
    expect(words((await clerk.get('/reminders')).text)).not.toContain('4 giờ làm việc trước hạn');
  });

  it('has steps of its own for answers that are wanted, the list of calls as the last', async () => {
    const shown = words((await leader.get('/reminders').expect(200)).text);
    expect(shown).toContain('Theo hạn trả lời');
    expect(shown).toContain('1 ngày làm việc trước hạn trả lời Nơi nhận');
    const step = { concerns: 'reply', rung: 'head', amount: 2, unit: 'days', counted: 'working' };
    const { body } = await clerk.post('/api/reminder-steps').send(step).expect(201);
    expect(body).toMatchObject(step);
    expect(shown).toContain('3 ngày làm việc sau hạn trả lời Danh sách gọi điện');
    const call = { ...step, rung: 'telephone' };
    expect((await clerk.post('/api/reminder-steps').send(call).expect(201)).body).toMatchObject(
      call,
    );
  });

  it('says where a rung has nobody to write to', async () => {
    const save = (fields: object) =>
      clerk.post('/reminders/contacts/head').type('form').send(fields);
    expect((await save({ name: 'Giám đốc', email: 'giamdoc' }).expect(422)).text).toContain(
      'id="head-email-error"',
    );
    await save({ name: '', email: '' }).expect(303);
    expect(words((await leader.get('/reminders')).text)).toContain('Chưa có địa chỉ thư');
    const contact = { name: 'Giám đốc', email: 'giamdoc@sttt.thaibinh.example' };
    await clerk.put('/api/escalation-contacts/head').send(contact).expect(204);
    expect((await leader.get('/api/escalation-contacts')).body.head).toEqual(contact);
    await clerk.put('/api/escalation-contacts/recipient').send(contact).expect(404);
  });

  it('is nobody else’s', async () => {
    await aStranger(office, 'khach');
    const stranger = await office.as('khach');
    const [step] = await steps();
    await stranger.delete(`/api/reminder-steps/${step!.id}`).expect(404);
    expect((await stranger.get('/api/reminder-steps')).body).toEqual([]);
    expect((await stranger.get('/api/calls')).body.total).toBe(0);
  });
});
