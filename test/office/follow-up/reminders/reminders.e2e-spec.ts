import { Planner } from '../../../../src/office/follow-up/reminders/planner.ts';
import { FRIDAY, remindingOffice, type RemindingOffice, words } from './reminding-office.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };

describe('reminders and what follows them', () => {
  let here: RemindingOffice;

  beforeAll(async () => {
    here = await remindingOffice();
  });
  afterAll(() => here?.close());

  const callsOf = async (id: string) => {
    const { body } = await here.clerk.get('/api/calls').expect(200);
    return body.items.filter(({ dispatchId }: { dispatchId: string }) => dispatchId === id);
  };
  const tokenOf = (text: string) => /\/a\/([\w-]{43})\n/.exec(text)![1]!;

  it('reminds a recipient before the deadline, in working hours, until it acknowledges', async () => {
    const id = await here.aDispatch();
    here.itIs(`${FRIDAY} 14:59`);
    await here.sweep();
    expect(await here.mailsOf(id)).toEqual([]);
    expect(await here.progress(id)).toContain(
      '15:00 27/11/2026 Nơi nhận, 2 giờ làm việc trước hạn (hạn 17:00 27/11/2026): ' +
        '3 nơi nếu khi đó vẫn chưa xác nhận, còn 1 phút',
    );
    here.itIs(`${FRIDAY} 15:00`);
    await here.sweep();
    await here.sweep();
    const mails = await here.arrived(id);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(here.communes.map(({ email }) => email));
    expect(mails[0]!.subject).toContain('Nhắc xác nhận văn bản');
    expect(mails[0]!.text).toContain('Đề nghị xác nhận tiếp nhận trước 17:00 27/11/2026.');
    const [delivery] = await here.office.database.query(
      `SELECT deliveries.id FROM deliveries JOIN recipients ON recipients.id = recipient_id
       WHERE deliveries.dispatch_id = $1 AND address = $2`,
      [id, mails[0]!.to],
    );
    expect(mails[0]!.inReplyTo).toBe(`<${delivery.id}@noi-nhan.example>`);
    const link = `/a/${tokenOf(mails[0]!.text!)}`;
    await here.office.anyone.post(`${link}/acknowledgement`).type('form').send(PERSON).expect(303);

    here.itIs(`${FRIDAY} 17:30`);
    await here.sweep();
    here.itIs('2026-11-29 10:00');
    await here.sweep();
    here.itIs('2026-11-30 07:29');
    await here.sweep();
    expect(await here.mailsOf(id)).toHaveLength(3);
    here.itIs('2026-11-30 07:30');
    await here.sweep();
    const later = (await here.arrived(id)).slice(3);
    const others = here.communes.filter(({ email }) => email !== mails[0]!.to);
    expect(later.map(({ to }) => to).toSorted()).toEqual(others.map(({ email }) => email));
    expect(later[0]!.subject).toContain('Quá hạn xác nhận');
    expect(later[0]!.text).toContain('hạn là 17:00 27/11/2026');
  });

  it('climbs: here.clerk, head, parent agency, telephone; one mail each about all that owe', async () => {
    const id = await here.aDispatch();
    here.itIs('2026-11-30 09:30');
    await here.sweep();
    const [digest] = (await here.arrived(id)).filter(({ subject }) =>
      subject!.includes('nơi chưa'),
    );
    expect(digest!.to).toBe('vanthu@sttt.thaibinh.example');
    expect(digest!.subject).toContain('3 nơi chưa xác nhận tiếp nhận, 3 nơi quá hạn');
    for (const { name } of here.communes) expect(digest!.text).toContain(`- ${name} (hạn 17:00`);
    expect(digest!.text).not.toContain('/a/');
    expect(await here.rungs(id)).toEqual(['clerk', 'recipient', 'recipient', 'recipient']);

    here.itIs('2026-12-01 07:30'); // a working day after Friday's 17:00 is Monday's
    await here.sweep();
    expect((await here.rungs(id)).slice(4)).toEqual([
      'head',
      'recipient',
      'recipient',
      'recipient',
    ]);
    here.itIs('2026-12-02 08:00');
    await here.sweep();
    const [above] = (await here.mailsOf(id)).slice(8);
    expect(above).toMatchObject({ rung: 'parent', to: here.communes[0]!.parent, state: 'sent' });
    expect(await here.mailsOf(id)).toHaveLength(9);
    expect(await callsOf(id)).toEqual([]);

    here.itIs('2026-12-03 08:00');
    await here.sweep();
    await here.sweep();
    expect(await here.mailsOf(id)).toHaveLength(9);
    const calls = await callsOf(id);
    expect(calls).toHaveLength(3);
    const [call] = calls as [{ agencyId: string; recipientId: string }];
    await here.clerk
      .post(`/calls/agencies/${call.agencyId}/telephone`)
      .type('form')
      .send({ telephone: 'gọi anh An' })
      .expect(422);
    await here.clerk
      .post(`/calls/agencies/${call.agencyId}/telephone`)
      .type('form')
      .send({ telephone: '0227 3831 000' })
      .expect(303);
    const page = await here.clerk.get('/calls').expect(200);
    expect(page.text).toContain('href="tel:02273831000"');
    expect(words(page.text)).toContain('quá hạn từ 17:00 27/11/2026, đã 5 ngày 15 giờ');

    const saidAt = new Date().toISOString();
    const told = { ...PERSON, how: 'telephone', saidAt, note: 'Gọi số 0227' };
    await here.clerk
      .post(`/recipients/${call.recipientId}/acknowledgement`)
      .field(told)
      .expect(303);
    expect((await here.clerk.get('/calls')).text).toContain('chờ người thứ hai kiểm tra');
    const leader = await here.office.as('lanhdao');
    const desk = await leader.get(`/recipients/${call.recipientId}`).expect(200);
    const confirm = /action="(\/recipients\/[^"]+\/confirmation)"/.exec(desk.text)![1]!;
    await leader.post(confirm).expect(303);
    expect(await callsOf(id)).toHaveLength(2);

    const shown = await here.progress(id);
    expect(shown).toContain('Văn thư, 2 giờ làm việc sau hạn: về 3 nơi, đã gửi 1 thư');
    expect(shown).toContain('3 nơi vào danh sách gọi điện');
    const { body: journal } = await leader.get(`/api/dispatches/${id}/journal`).expect(200);
    expect(JSON.stringify(journal)).toContain('"reminded"');
    const history = words((await leader.get(`/dispatches/${id}/journal`).expect(200)).text);
    expect(history).toContain('Nhắc');
    expect(history).toContain('Danh sách gọi điện, 3 ngày làm việc sau hạn, 3 nơi');
  });

  it('asks nobody who sent it back, and nobody who answered before the mail went', async () => {
    const id = await here.aDispatch();
    const last = here.office.mailbox.count;
    const first = await Promise.all([0, 1, 2].map((back) => here.office.mailbox.read(last - back)));
    const linkTo = ({ email }: { email: string }) => {
      const mail = first.find(({ to }) => JSON.stringify(to).includes(email))!;
      return `/a/${tokenOf(mail.text!)}`;
    };
    await here.office.anyone
      .post(`${linkTo(here.communes[0]!)}/refusal`)
      .type('form')
      .send({ ...PERSON, reason: 'duplicate' })
      .expect(303);
    here.itIs(`${FRIDAY} 15:00`);
    await here.office.app.get(Planner, { strict: false }).plan();
    expect(await here.mailsOf(id)).toHaveLength(2);
    await here.office.anyone
      .post(`${linkTo(here.communes[1]!)}/acknowledgement`)
      .type('form')
      .send(PERSON)
      .expect(303);
    await here.sweep();
    expect((await here.mailsOf(id)).map(({ state }) => state).toSorted()).toEqual([
      'dropped',
      'sent',
    ]);
    const [mail] = await here.arrived(id);
    expect(mail!.to).toBe(here.communes[2]!.email);
  });

  it('keeps a refused mail as such and goes on with the others', async () => {
    const id = await here.aDispatch();
    const { email } = here.communes[0]!;
    const recipient = (address: string) => address === email;
    here.office.mailbox.rules.push({ recipient, code: 550, message: '5.1.1 No such user' });
    here.itIs(`${FRIDAY} 15:00`);
    await here.sweep();
    here.office.mailbox.rules.length = 0;
    expect((await here.mailsOf(id)).map(({ state }) => state).toSorted()).toEqual([
      'failed',
      'sent',
      'sent',
    ]);
    expect(await here.progress(id)).toContain('đã gửi 2 thư, 1 thư gửi hỏng');
  });
});
