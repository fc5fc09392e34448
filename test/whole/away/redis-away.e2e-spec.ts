import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { redisBackend, type QueueBackend } from '../../support/queue-backend.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';

describeWith(['redis-server'], 'while Redis is away', () => {
  let redis: QueueBackend;
  let office: SendingOffice;
  beforeAll(async () => {
    redis = await redisBackend();
    const env = { ...redis.env, METRICS_TOKEN: 'a token for the monitor' };
    office = await sendingOffice({ directory: scaledDirectory(80), env });
  });
  afterAll(async () => {
    await office?.close();
    await redis?.stop();
  });

  it('a dispatch is issued, metrics answer, the web is ready, and mails go when it is back', async () => {
    const drafter = await office.as('chuyenvien');
    const lines = {
      addressees: [{ text: 'Các sở, ban, ngành tỉnh' }],
      copies: [{ text: 'Lưu: VT' }],
    };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    await redis.stop();
    const clerk = await office.as('vanthu');
    const issue = () =>
      clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).timeout(20_000);
    expect((await issue()).body).toMatchObject({ state: 'issued' });
    expect((await issue()).body).toMatchObject({ state: 'issued' });
    const metrics = await office.anyone
      .get('/metrics')
      .set('Authorization', 'Bearer a token for the monitor')
      .timeout(20_000)
      .expect(200);
    expect(metrics.text).toContain('noi_nhan_deliveries{state="waiting"}');
    const ready = await office.anyone.get('/ready').timeout(20_000).expect(200);
    expect(ready.body).toMatchObject({ database: 'ready', queue: 'degraded' });
    const port = Number(new URL(redis.env.REDIS_URL!).port);
    redis = await redisBackend(port);
    await until(
      'all is delivered',
      async () => {
        const [{ left }] = await office.database.query(
          `SELECT count(*)::int AS left FROM deliveries WHERE state IN ('waiting', 'sending')`,
        );
        return left === 0;
      },
      60,
    );
    await until('the queue is well', async () => {
      return (await office.anyone.get('/ready')).body.queue === 'ready';
    });
  }, 120_000);
});
