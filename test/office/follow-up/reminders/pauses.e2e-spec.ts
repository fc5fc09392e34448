import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { Planner } from '../../../../src/office/follow-up/reminders/planner.ts';
import { FRIDAY, moment, remindingOffice, type RemindingOffice } from './reminding-office.ts';

describe('reminders of a run that stood still', () => {
  let here: RemindingOffice;

  beforeAll(async () => {
    here = await remindingOffice();
  });
  afterAll(() => here?.close());

  it('sends nothing while the run is paused, and afterwards only the last word', async () => {
    const id = await here.aDispatch();
    await here.clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    here.itIs(`${FRIDAY} 15:00`);
    await here.sweep();
    here.itIs('2026-12-01 09:00');
    await here.sweep();
    expect(await here.mailsOf(id)).toEqual([]);
    expect(await here.progress(id)).toContain('Đang tạm dừng gửi nên không nhắc ai.');
    await here.clerk.post(`/api/dispatches/${id}/pause/end`).expect(204);
    await here.sweep();
    expect(await here.rungs(id)).toEqual(['clerk', 'head', 'recipient', 'recipient', 'recipient']);
    expect(await here.arrived(id)).toHaveLength(5);
  });

  /** The clerk stops the run on Friday at ten and lets it go on in the fourth week after that. */
  const stoodStill = async (id: string) => {
    await here.clerk.post(`/api/dispatches/${id}/pause/end`).expect(204);
    await here.office.database.query(
      'UPDATE delivery_pauses SET paused_at = $2, ended_at = $3 WHERE dispatch_id = $1',
      [id, moment(`${FRIDAY} 10:00`), moment('2026-12-24 08:30')],
    );
  };
  const acknowledgedBy = async (agency: { id: string }, dispatchId: string) => {
    const [{ id }] = await here.office.database.query<[{ id: string }]>(
      'SELECT id FROM recipients WHERE agency_id = $1 AND dispatch_id = $2',
      [agency.id, dispatchId],
    );
    const link = `/a/${linkToken(here.office.config.keys, id)}`;
    const person = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };
    await here.office.anyone.post(`${link}/acknowledgement`).type('form').send(person).expect(303);
  };

  it('tells the last word of each rung after weeks of a pause, as things are then', async () => {
    const id = await here.aDispatch();
    here.itIs(`${FRIDAY} 10:00`);
    await here.clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    here.itIs('2026-12-24 08:00');
    await here.sweep();
    expect(await here.mailsOf(id)).toEqual([]);
    await acknowledgedBy(here.communes[0]!, id);
    await stoodStill(id);
    here.itIs('2026-12-24 09:00');
    await here.sweep();
    await here.sweep();
    expect(await here.rungs(id)).toEqual(['clerk', 'head', 'parent', 'recipient', 'recipient']);
    const subjects = (await here.arrived(id)).map(({ subject }) => subject!);
    expect(subjects.filter((subject) => subject.includes('Quá hạn xác nhận'))).toHaveLength(2);
    expect(subjects.filter((subject) => subject.includes('2 nơi quá hạn'))).toHaveLength(3);
    const { body } = await here.clerk.get('/api/calls').expect(200);
    const calls = body.items.filter((call: { dispatchId: string }) => call.dispatchId === id);
    expect(calls).toHaveLength(2);
  });

  it('lets go of what was written before a pause when a later step has come meanwhile', async () => {
    const id = await here.aDispatch();
    here.itIs(`${FRIDAY} 15:00`);
    await here.office.app.get(Planner, { strict: false }).plan();
    await here.clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    await here.sweep();
    expect(await here.arrived(id)).toEqual([]);
    await stoodStill(id);
    here.itIs('2026-12-24 09:00');
    await here.sweep();
    const own = (await here.mailsOf(id)).filter(({ rung }) => rung === 'recipient');
    expect(own.map(({ state }) => state).toSorted()).toEqual([
      ...['dropped', 'dropped', 'dropped'],
      ...['sent', 'sent', 'sent'],
    ]);
    const said = (await here.arrived(id)).map(({ subject }) => subject!);
    expect(said.filter((subject) => /^Nhắc/.test(subject))).toEqual([]);
  });

  it('counts the lifetime of what waited, and its date, from when the run went on', async () => {
    const [commune] = here.communes;
    const id = await here.aDispatch([commune!]);
    here.itIs(`${FRIDAY} 15:00`);
    await here.office.app.get(Planner, { strict: false }).plan();
    await here.clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    const [before] = await here.office.database.query(
      `UPDATE reminder_mails SET made_at = now() - interval '20 days'
       WHERE dispatch_id = $1 RETURNING made_at`,
      [id],
    );
    await here.clerk.post(`/api/dispatches/${id}/pause/end`).expect(204);
    const recipient = (address: string) => address === commune!.email;
    here.office.mailbox.rules.push({ recipient, code: 451, message: '4.7.1 Try again' });
    await here.sweep();
    expect(await here.mailsOf(id)).toMatchObject([{ state: 'waiting' }]);
    here.office.mailbox.rules.length = 0;
    await here.office.database.query(
      'UPDATE reminder_mails SET due_at = now() WHERE dispatch_id = $1',
      [id],
    );
    await here.sweep();
    const [mail] = await here.arrived(id);
    expect(+mail!.date! - +before[0].made_at).toBeGreaterThan(19 * 86_400_000);
  });
});
