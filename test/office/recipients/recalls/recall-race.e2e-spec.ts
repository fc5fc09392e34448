import { NestFactory } from '@nestjs/core';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { Config } from '../../../../src/platform/config/config.ts';
import { WorkerModule } from '../../../../src/worker.module.ts';
import type { Browser } from '../../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { until } from '../../../support/until.ts';

const RECIPIENTS = 400;
const WHY = { reason: 'Sai phụ lục.', basis: 'Ý kiến của Giám đốc Sở' };

describe('a recall while two workers send', () => {
  let office: SendingOffice;
  let other: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
  let clerk: Browser;

  beforeAll(async () => {
    office = await sendingOffice({
      directory: scaledDirectory(RECIPIENTS),
      env: { DELIVERY_RETRY_SECONDS: '1', DELIVERY_CONCURRENCY: '4' },
    });
    const { databaseUrl } = office.config;
    const config = new Config({
      DATABASE_URL: databaseUrl,
      SMTP_URL: office.mailbox.url,
      PUBLIC_URL: office.config.publicUrl,
      INSTALLATION_SECRET: office.config.installationSecret,
      DELIVERY_SWEEP_SECONDS: '0.2',
      DELIVERY_JOURNAL_DIR: await scratchFolder(),
      DELIVERY_RETRY_SECONDS: '1',
      DELIVERY_CONCURRENCY: '4',
    });
    other = await NestFactory.createApplicationContext(WorkerModule.for(config), { logger: false });
    clerk = await office.as('vanthu');
  });
  afterAll(async () => {
    await other?.close();
    await office?.close();
  });

  /** What the mail server holds: for each address how many mails of the dispatch, and where the notice stands. */
  const received = async () => {
    const all = new Map<string, { dispatches: number[]; notices: number[] }>();
    for (const { id, to, subject } of office.mailbox.list({ limit: 10_000 }).mails) {
      const address = String(to).match(/[\w.-]+@[\w.-]+/)![0];
      const at = all.get(address) ?? { dispatches: [], notices: [] };
      (subject.startsWith('THU HỒI') ? at.notices : at.dispatches).push(id);
      all.set(address, at);
    }
    return all;
  };

  it('leaves each recipient either never sent and cancelled, or sent and asked: never both, never neither', async () => {
    const drafter = await office.as('chuyenvien');
    const line = 'Các cơ quan, đơn vị trên địa bàn tỉnh';
    const draft = { addressees: [{ text: line }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(drafter, await aDraft(office, draft));
    await signed(office, id);
    // Some are put off again and again, some refused, some after the whole mail: all ways to end.
    const tens = (digit: string) => (address: string) => address.includes(`${digit}@`);
    office.mailbox.rules.push({ code: 451, message: '4.7.1 Greylisted', recipient: tens('3') });
    office.mailbox.rules.push({
      code: 550,
      message: '5.1.1 No such user',
      recipient: tens('7'),
      times: 5,
    });
    office.mailbox.rules.push({
      code: 452,
      message: '4.2.2 Later',
      at: 'data',
      recipient: tens('5'),
    });
    await clerk.put('/api/mail-limit').send({ perMinute: 3000 }).expect(200);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    await until('it is well under way', async () => office.mailbox.count > 60);
    const { body } = await clerk.post(`/api/dispatches/${id}/recall`).send(WHY).expect(201);
    office.mailbox.rules.splice(0); // whoever was put off would be taken now
    await clerk.put('/api/mail-limit').send({ perMinute: null }).expect(200);
    const { total } = body.counts;
    expect(total).toBeGreaterThan(RECIPIENTS - 10);

    const end = await until('every fate is decided and every notice sent', async () => {
      const { counts } = (await clerk.get(`/api/dispatches/${id}/recall`).expect(200)).body;
      const [row] = await office.database.query(
        `SELECT count(*)::int AS open FROM recall_notices WHERE state IN ('waiting', 'sending')`,
      );
      return counts.underWay === 0 && row.open === 0 ? counts : undefined;
    });
    expect(end.cancelled).toBeGreaterThan(100);
    expect(end.unanswered).toBeGreaterThan(60);
    expect(end.cancelled + end.unanswered).toBe(total);

    const rows = await office.database.query(
      `SELECT delivery.address, fate, delivery.state,
              EXISTS (SELECT FROM delivery_attempts WHERE delivery_id = delivery.id
                                                      AND outcome = 'accepted') AS accepted
       FROM recall_requests request JOIN recipients recipient ON recipient.id = recipient_id
       LEFT JOIN deliveries delivery ON delivery.recipient_id = recipient.id
       WHERE recipient.dispatch_id = $1`,
      [id],
    );
    const mails = await received();
    for (const { address, fate, state, accepted } of rows) {
      const { dispatches, notices } = mails.get(address) ?? { dispatches: [], notices: [] };
      const seen = {
        address,
        fate,
        state,
        accepted,
        sent: dispatches.length,
        asked: notices.length,
      };
      if (fate === 'cancelled') {
        expect(seen).toEqual({ ...seen, state: 'cancelled', accepted: false, sent: 0, asked: 0 });
      } else {
        expect(seen).toEqual({ ...seen, fate: 'asked', accepted: true, sent: 1, asked: 1 });
        expect(notices[0]).toBeGreaterThan(dispatches[0]!);
      }
    }
    const { body: progress } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    expect(progress.total).toMatchObject({ withdrawn: total, waiting: 0, late: 0, total });
  });
});
