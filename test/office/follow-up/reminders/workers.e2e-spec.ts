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
import { Planner } from '../../../../src/office/follow-up/reminders/planner.ts';
import { ReminderLetters } from '../../../../src/office/follow-up/reminders/reminder-letters.ts';
import { RemindersService } from '../../../../src/office/follow-up/reminders/reminders.service.ts';
import { until } from '../../../support/until.ts';
import { FRIDAY, remindingOffice, type RemindingOffice } from './reminding-office.ts';

describe('reminders and the workers that send them', () => {
  let here: RemindingOffice;

  beforeAll(async () => {
    here = await remindingOffice();
  });
  afterAll(() => here?.close());

  /** The same work as of another process. */
  const anotherWorker = () => {
    const { app, database } = here.office;
    const [config, clock] = [app.get(Config), app.get(Clock)];
    const disk = new OutcomeDisk(config, new Troubles());
    const wal = OUTCOME_WAL.useFactory(config, disk) as OutcomeWal;
    const kinds = new LetterKinds();
    const claims = new Claims(database, kinds, wal, config);
    const recorder = new OutcomeRecorder(kinds, wal);
    const channels = new Channels([new MailChannel(config)]);
    const limiter = new RateLimiter(database, config);
    const outbox = new Outbox(config, kinds, channels, claims, limiter, wal, recorder);
    new ReminderLetters(database, config, clock, kinds);
    const recovery = new Recovery(database, config, wal, disk, recorder, claims);
    return {
      start: () => recovery.recover(),
      reminders: new RemindersService(new Planner(database, clock), outbox),
      close: () => outbox.beforeApplicationShutdown(),
    };
  };

  it('reminds once, however many workers look at once', async () => {
    const id = await here.aDispatch();
    const others = [anotherWorker(), anotherWorker(), anotherWorker()];
    here.itIs(`${FRIDAY} 15:00`);
    for (const { start } of others) await start();
    await Promise.all([
      here.sweep(),
      here.sweep(),
      ...others.map(({ reminders }) => reminders.sweep()),
    ]);
    await Promise.all([here.sweep(), ...others.map(({ reminders }) => reminders.sweep())]);
    for (const { close } of others) await close();
    expect(await here.arrived(id)).toHaveLength(3);
    expect(await here.mailsOf(id)).toHaveLength(3);
  });

  it('loses nothing and repeats nothing when a worker dies while it takes a step', async () => {
    const id = await here.aDispatch();
    here.itIs(`${FRIDAY} 15:00`);
    const runner = here.office.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE reminders IN SHARE MODE');
    const dying = here.office.app.get(Planner, { strict: false }).plan();
    const died = dying.then(
      () => false,
      () => true,
    );
    await until('the worker stands there', async () => {
      const ended = await here.office.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE '%INTO reminders %'`,
      );
      return ended.length > 0;
    });
    expect(await died).toBe(true);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await here.mailsOf(id)).toEqual([]);
    await here.sweep();
    expect(await here.arrived(id)).toHaveLength(3);
  });

  it('sends again under the same Message-ID what a dead worker held, once its lease is over', async () => {
    const id = await here.aDispatch(here.communes.slice(0, 1));
    here.itIs(`${FRIDAY} 15:00`);
    await here.office.app.get(Planner, { strict: false }).plan();
    await here.office.database.query(
      `UPDATE reminder_mails SET state = 'sending', due_at = now() + interval '20 minutes'
       WHERE dispatch_id = $1`,
      [id],
    );
    await here.sweep();
    expect(await here.arrived(id)).toHaveLength(0);
    await here.office.database.query(
      `UPDATE reminder_mails SET due_at = now() WHERE dispatch_id = $1`,
      [id],
    );
    await until('another worker has reclaimed it', async () => {
      await here.sweep();
      return (await here.arrived(id)).length > 0;
    });
    await here.sweep();
    expect(await here.arrived(id)).toHaveLength(1);
  });

  it('does not send again what a killed worker had an answer to', async () => {
    const id = await here.aDispatch(here.communes.slice(0, 1));
    here.itIs(`${FRIDAY} 15:00`);
    await here.office.app.get(Planner, { strict: false }).plan();
    const [mail] = await here.mailsOf(id);
    const killed = new OutcomeWal(
      here.office.config.journalDir,
      () => {},
      () => {},
    );
    killed.open(await databaseIdentity(here.office.database));
    await here.office.database.query(
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
    expect(await here.mailsOf(id)).toMatchObject([{ id: mail!.id, state: 'sent' }]);
    await next.reminders.sweep();
    await next.close();
    expect(await here.arrived(id)).toEqual([]);
  });
});
