import { Clock } from '../../../../src/platform/time/clock.ts';
import { Config } from '../../../../src/platform/config/config.ts';
import { databaseIdentity } from '../../../../src/office/delivery/attempts/database-identity.ts';
import { OUTCOME_WAL, OutcomeDisk } from '../../../../src/office/delivery/attempts/outcome-disk.ts';
import { OutcomeRecorder } from '../../../../src/office/delivery/attempts/outcome-recorder.ts';
import { OutcomeWal } from '../../../../src/office/delivery/attempts/outcome-wal.ts';
import { Channels } from '../../../../src/office/delivery/channels/channels.ts';
import { Claims } from '../../../../src/office/delivery/outbox/claims.ts';
import { LetterKinds } from '../../../../src/office/delivery/outbox/letter-kind.ts';
import { Outbox } from '../../../../src/office/delivery/outbox/outbox.ts';
import { RateLimiter } from '../../../../src/office/delivery/outbox/rate-limiter.ts';
import { Recovery } from '../../../../src/office/delivery/outbox/recovery.ts';
import { Troubles } from '../../../../src/platform/process/troubles.ts';
import { MailChannel } from '../../../../src/office/delivery/channels/mail/mail-channel.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { Planner } from '../../../../src/office/follow-up/reminders/planner.ts';
import { ReminderLetters } from '../../../../src/office/follow-up/reminders/reminder-letters.ts';
import { RemindersService } from '../../../../src/office/follow-up/reminders/reminders.service.ts';
import { PeriodicTasks } from '../../../../src/platform/process/periodic-tasks.ts';
import type { Browser } from '../../../support/office.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { until } from '../../../support/until.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };
const FRIDAY = '2026-11-27';

describe('reminders and what follows them', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let communes: { id: string; name: string; email: string; parent: string }[];

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    await office.app
      .get(PeriodicTasks.token('reminders'), { strict: false })
      .onApplicationShutdown();
    clerk = await office.as('vanthu');
    await office.database.query(`UPDATE reminder_steps SET set_at = '2026-01-01'`);
    communes = await office.database.query(
      `SELECT agency.id, agency.name, agency.email, parent.email AS parent
       FROM agencies agency JOIN agencies parent ON parent.id = agency.parent_id
       WHERE agency.kind = 'commune' AND agency.parent_id = (
         SELECT parent_id FROM agencies WHERE kind = 'commune' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)
       ORDER BY agency.email LIMIT 3`,
    );
  });
  afterAll(() => office?.close());

  const moment = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);
  const itIs = (text: string) => {
    office.app.get(Clock).now = () => moment(text);
  };
  const sweep = () => office.app.get(RemindersService, { strict: false }).sweep();
  /** The same work as of another process. */
  const anotherWorker = () => {
    const [config, clock, { database }] = [office.app.get(Config), office.app.get(Clock), office];
    const disk = new OutcomeDisk(config, new Troubles());
    const wal = OUTCOME_WAL.useFactory(config, disk) as OutcomeWal;
    const kinds = new LetterKinds();
    const claims = new Claims(database, kinds, wal, config);
    const recorder = new OutcomeRecorder(kinds, wal);
    const channels = new Channels([new MailChannel(config)]);
    const limiter = new RateLimiter(database);
    const outbox = new Outbox(config, kinds, channels, claims, limiter, wal, recorder);
    new ReminderLetters(database, config, clock, kinds);
    const recovery = new Recovery(database, config, wal, disk, recorder, claims);
    return {
      start: () => recovery.recover(),
      reminders: new RemindersService(new Planner(database, clock), outbox),
      close: () => outbox.beforeApplicationShutdown(),
    };
  };

  /** Delivered on Friday at nine, to be acknowledged by five. */
  const aDispatch = async (to = communes) => {
    const addressees = to.map(({ name }) => ({ text: name }));
    const copies = [{ text: 'Như trên' }, { text: 'Lưu: VT, BCVT' }];
    const draft = await aDraft(office, { addressees, copies });
    const id = await draftedBy(await office.as('chuyenvien'), draft);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await until('all are delivered', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`);
      return body.total.delivered === to.length;
    });
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = $2 WHERE dispatch_id = $1`,
      [id, moment(`${FRIDAY} 17:00`)],
    );
    for (const table of ['issuances', 'standings']) {
      await office.database.query(`UPDATE ${table} SET issued_at = $2 WHERE dispatch_id = $1`, [
        id,
        moment(`${FRIDAY} 09:00`),
      ]);
    }
    before.set(id, office.mailbox.count);
    return id;
  };
  const before = new Map<string, number>();
  interface Reminded {
    to: string;
    rung: string;
    state: string;
    id: string;
  }
  const mailsOf = (id: string): Promise<Reminded[]> =>
    office.database.query(
      `SELECT mail.id, address AS to, rung, state FROM reminder_mails mail
       JOIN reminder_steps step ON step.id = step_id
       WHERE dispatch_id = $1 ORDER BY made_at, rung, address`,
      [id],
    );
  const rungs = async (id: string) => (await mailsOf(id)).map(({ rung }) => rung);
  /** What really arrived about this dispatch, beside the dispatch itself. */
  const arrived = async (id: string) => {
    const mails = await mailsOf(id);
    const ids = new Set(mails.map((mail) => `<${mail.id}@noi-nhan.example>`));
    const all = [];
    for (let number = before.get(id)! + 1; number <= office.mailbox.count; number += 1) {
      const { messageId, ...mail } = await office.mailbox.read(number);
      const to = JSON.stringify(mail.to);
      if (ids.has(messageId!)) all.push({ ...mail, to: /<([\w.-]+@[\w.-]+)>/.exec(to)![1]! });
    }
    return all;
  };
  const callsOf = async (id: string) => {
    const { body } = await clerk.get('/api/calls').expect(200);
    return body.items.filter(({ dispatchId }: { dispatchId: string }) => dispatchId === id);
  };
  const tokenOf = (text: string) => /\/a\/([\w-]{43})\n/.exec(text)![1]!;
  const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  const progress = async (id: string) =>
    words((await clerk.get(`/dispatches/${id}/progress`).expect(200)).text);

  it('reminds a recipient before the deadline, in working hours, until it acknowledges', async () => {
    const id = await aDispatch();
    itIs(`${FRIDAY} 14:59`);
    await sweep();
    expect(await mailsOf(id)).toEqual([]);
    expect(await progress(id)).toContain(
      '15:00 27/11/2026 Nơi nhận, 2 giờ làm việc trước hạn (hạn 17:00 27/11/2026): ' +
        '3 nơi nếu khi đó vẫn chưa xác nhận, còn 1 phút',
    );
    itIs(`${FRIDAY} 15:00`);
    await sweep();
    await sweep();
    const mails = await arrived(id);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(communes.map(({ email }) => email));
    expect(mails[0]!.subject).toContain('Nhắc xác nhận văn bản');
    expect(mails[0]!.text).toContain('Đề nghị xác nhận tiếp nhận trước 17:00 27/11/2026.');
    const [delivery] = await office.database.query(
      `SELECT deliveries.id FROM deliveries JOIN recipients ON recipients.id = recipient_id
       WHERE deliveries.dispatch_id = $1 AND address = $2`,
      [id, mails[0]!.to],
    );
    expect(mails[0]!.inReplyTo).toBe(`<${delivery.id}@noi-nhan.example>`);
    const link = `/a/${tokenOf(mails[0]!.text!)}`;
    await office.anyone.post(`${link}/acknowledgement`).type('form').send(PERSON).expect(303);

    itIs(`${FRIDAY} 17:30`);
    await sweep();
    itIs('2026-11-29 10:00');
    await sweep();
    itIs('2026-11-30 07:29');
    await sweep();
    expect(await mailsOf(id)).toHaveLength(3);
    itIs('2026-11-30 07:30');
    await sweep();
    const later = (await arrived(id)).slice(3);
    const others = communes.filter(({ email }) => email !== mails[0]!.to);
    expect(later.map(({ to }) => to).toSorted()).toEqual(others.map(({ email }) => email));
    expect(later[0]!.subject).toContain('Quá hạn xác nhận');
    expect(later[0]!.text).toContain('hạn là 17:00 27/11/2026');
  });

  it('climbs: clerk, head, parent agency, telephone; one mail each about all that owe', async () => {
    const id = await aDispatch();
    itIs('2026-11-30 09:30');
    await sweep();
    const [digest] = (await arrived(id)).filter(({ subject }) => subject!.includes('nơi chưa'));
    expect(digest!.to).toBe('vanthu@sttt.thaibinh.example');
    expect(digest!.subject).toContain('3 nơi chưa xác nhận tiếp nhận, 3 nơi quá hạn');
    for (const { name } of communes) expect(digest!.text).toContain(`- ${name} (hạn 17:00`);
    expect(digest!.text).not.toContain('/a/');
    expect(await rungs(id)).toEqual(['clerk', 'recipient', 'recipient', 'recipient']);

    itIs('2026-12-01 07:30'); // a working day after Friday's 17:00 is Monday's
    await sweep();
    expect((await rungs(id)).slice(4)).toEqual(['head', 'recipient', 'recipient', 'recipient']);
    itIs('2026-12-02 08:00');
    await sweep();
    const [above] = (await mailsOf(id)).slice(8);
    expect(above).toMatchObject({ rung: 'parent', to: communes[0]!.parent, state: 'sent' });
    expect(await mailsOf(id)).toHaveLength(9);
    expect(await callsOf(id)).toEqual([]);

    itIs('2026-12-03 08:00');
    await sweep();
    await sweep();
    expect(await mailsOf(id)).toHaveLength(9);
    const calls = await callsOf(id);
    expect(calls).toHaveLength(3);
    const [call] = calls as [{ agencyId: string; recipientId: string }];
    await clerk
      .post(`/calls/agencies/${call.agencyId}/telephone`)
      .type('form')
      .send({ telephone: 'gọi anh An' })
      .expect(422);
    await clerk
      .post(`/calls/agencies/${call.agencyId}/telephone`)
      .type('form')
      .send({ telephone: '0227 3831 000' })
      .expect(303);
    const page = await clerk.get('/calls').expect(200);
    expect(page.text).toContain('href="tel:02273831000"');
    expect(words(page.text)).toContain('quá hạn từ 17:00 27/11/2026, đã 5 ngày 15 giờ');

    const saidAt = new Date().toISOString();
    const told = { ...PERSON, how: 'telephone', saidAt, note: 'Gọi số 0227' };
    await clerk.post(`/recipients/${call.recipientId}/acknowledgement`).field(told).expect(303);
    expect((await clerk.get('/calls')).text).toContain('chờ người thứ hai kiểm tra');
    const leader = await office.as('lanhdao');
    const desk = await leader.get(`/recipients/${call.recipientId}`).expect(200);
    const confirm = /action="(\/recipients\/[^"]+\/confirmation)"/.exec(desk.text)![1]!;
    await leader.post(confirm).expect(303);
    expect(await callsOf(id)).toHaveLength(2);

    const shown = await progress(id);
    expect(shown).toContain('Văn thư, 2 giờ làm việc sau hạn: về 3 nơi, đã gửi 1 thư');
    expect(shown).toContain('3 nơi vào danh sách gọi điện');
    const { body: journal } = await leader.get(`/api/dispatches/${id}/journal`).expect(200);
    expect(JSON.stringify(journal)).toContain('"reminded"');
    const history = words((await leader.get(`/dispatches/${id}/journal`).expect(200)).text);
    expect(history).toContain('Nhắc');
    expect(history).toContain('Danh sách gọi điện, 3 ngày làm việc sau hạn, 3 nơi');
  });

  it('sends nothing while the run is paused, and afterwards only the last word', async () => {
    const id = await aDispatch();
    await clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    itIs(`${FRIDAY} 15:00`);
    await sweep();
    itIs('2026-12-01 09:00');
    await sweep();
    expect(await mailsOf(id)).toEqual([]);
    expect(await progress(id)).toContain('Đang tạm dừng gửi nên không nhắc ai.');
    await clerk.post(`/api/dispatches/${id}/pause/end`).expect(204);
    await sweep();
    expect(await rungs(id)).toEqual(['clerk', 'head', 'recipient', 'recipient', 'recipient']);
    expect(await arrived(id)).toHaveLength(5);
  });

  it('asks nobody who sent it back, and nobody who answered before the mail went', async () => {
    const id = await aDispatch();
    const last = office.mailbox.count;
    const first = await Promise.all([0, 1, 2].map((back) => office.mailbox.read(last - back)));
    const linkTo = ({ email }: { email: string }) => {
      const mail = first.find(({ to }) => JSON.stringify(to).includes(email))!;
      return `/a/${tokenOf(mail.text!)}`;
    };
    await office.anyone
      .post(`${linkTo(communes[0]!)}/refusal`)
      .type('form')
      .send({ ...PERSON, reason: 'duplicate' })
      .expect(303);
    itIs(`${FRIDAY} 15:00`);
    await office.app.get(Planner, { strict: false }).plan();
    expect(await mailsOf(id)).toHaveLength(2);
    await office.anyone
      .post(`${linkTo(communes[1]!)}/acknowledgement`)
      .type('form')
      .send(PERSON)
      .expect(303);
    await sweep();
    expect((await mailsOf(id)).map(({ state }) => state).toSorted()).toEqual(['dropped', 'sent']);
    const [mail] = await arrived(id);
    expect(mail!.to).toBe(communes[2]!.email);
  });

  it('reminds once, however many workers look at once', async () => {
    const id = await aDispatch();
    const others = [anotherWorker(), anotherWorker(), anotherWorker()];
    itIs(`${FRIDAY} 15:00`);
    for (const { start } of others) await start();
    await Promise.all([sweep(), sweep(), ...others.map(({ reminders }) => reminders.sweep())]);
    await Promise.all([sweep(), ...others.map(({ reminders }) => reminders.sweep())]);
    for (const { close } of others) await close();
    expect(await arrived(id)).toHaveLength(3);
    expect(await mailsOf(id)).toHaveLength(3);
  });

  it('loses nothing and repeats nothing when a worker dies while it takes a step', async () => {
    const id = await aDispatch();
    itIs(`${FRIDAY} 15:00`);
    const runner = office.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE reminders IN SHARE MODE');
    const dying = office.app.get(Planner, { strict: false }).plan();
    const died = dying.then(
      () => false,
      () => true,
    );
    await until('the worker stands there', async () => {
      const ended = await office.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE '%INTO reminders %'`,
      );
      return ended.length > 0;
    });
    expect(await died).toBe(true);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await mailsOf(id)).toEqual([]);
    await sweep();
    expect(await arrived(id)).toHaveLength(3);
  });

  it('sends again under the same Message-ID what a dead worker held, once its lease is over', async () => {
    const id = await aDispatch(communes.slice(0, 1));
    itIs(`${FRIDAY} 15:00`);
    await office.app.get(Planner, { strict: false }).plan();
    await office.database.query(
      `UPDATE reminder_mails SET state = 'sending', due_at = now() + interval '20 minutes'
       WHERE dispatch_id = $1`,
      [id],
    );
    await sweep();
    expect(await arrived(id)).toHaveLength(0);
    await office.database.query(`UPDATE reminder_mails SET due_at = now() WHERE dispatch_id = $1`, [
      id,
    ]);
    await until('another worker has reclaimed it', async () => {
      await sweep();
      return (await arrived(id)).length > 0;
    });
    await sweep();
    expect(await arrived(id)).toHaveLength(1);
  });

  it('does not send again what a killed worker had an answer to', async () => {
    const id = await aDispatch(communes.slice(0, 1));
    itIs(`${FRIDAY} 15:00`);
    await office.app.get(Planner, { strict: false }).plan();
    const [mail] = await mailsOf(id);
    const killed = new OutcomeWal(
      office.config.journalDir,
      () => {},
      () => {},
    );
    killed.open(await databaseIdentity(office.database));
    await office.database.query(
      `UPDATE reminder_mails SET state = 'sending', attempts = 1, claimed_by = $2,
         due_at = now() + interval '20 minutes' WHERE id = $1`,
      [mail!.id, killed.worker],
    );
    const at = new Date().toISOString();
    killed.append({
      kind: 'reminder',
      id: mail!.id,
      number: 1,
      retryRound: 1,
      channel: 'email',
      address: mail!.to,
      server: 'mx',
      startedAt: at,
      endedAt: at,
      outcome: 'accepted',
      stage: 'message',
      replyCode: 250,
      reply: '250 OK',
      evidence: 'accepted',
      dueAt: null,
    });
    killed.close(false);
    const next = anotherWorker();
    await next.start();
    expect(await mailsOf(id)).toMatchObject([{ id: mail!.id, state: 'sent' }]);
    await next.reminders.sweep();
    await next.close();
    expect(await arrived(id)).toEqual([]);
  });

  it('keeps a refused mail as such and goes on with the others', async () => {
    const id = await aDispatch();
    const { email } = communes[0]!;
    const recipient = (address: string) => address === email;
    office.mailbox.rules.push({ recipient, code: 550, message: '5.1.1 No such user' });
    itIs(`${FRIDAY} 15:00`);
    await sweep();
    office.mailbox.rules.length = 0;
    expect((await mailsOf(id)).map(({ state }) => state).toSorted()).toEqual([
      'failed',
      'sent',
      'sent',
    ]);
    expect(await progress(id)).toContain('đã gửi 2 thư, 1 thư gửi hỏng');
  });
});
