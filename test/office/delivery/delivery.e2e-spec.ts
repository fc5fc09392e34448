import { createHash } from 'node:crypto';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { within } from '../../../src/office/delivery/outbox/within.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { postgresBackend, redisBackend, type QueueBackend } from '../../support/queue-backend.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, seedId, signed } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { sampled } from '../../support/lane.ts';

const BACKENDS = [
  { name: 'PostgreSQL', needs: [], start: postgresBackend },
  { name: 'Redis', needs: ['redis-server', 'redis-cli'], start: redisBackend },
];
for (const { name, needs, start } of sampled(BACKENDS, ({ name }) => name === 'PostgreSQL')) {
  describeWith(needs, `delivery with the queue in ${name}`, () => stories(start));
}

function stories(startBackend: () => Promise<QueueBackend>) {
  let backend: QueueBackend;
  let office: SendingOffice;
  let clerk: Browser;

  beforeAll(async () => {
    backend = await startBackend();
    const env = {
      DELIVERY_RETRY_SECONDS: '0.1,0.1,0.1',
      DELIVERY_LEASE_SECONDS: '3',
      ...backend.env,
    };
    office = await sendingOffice({ directory: scaledDirectory(120), env });
    clerk = await office.as('vanthu');
  });
  afterAll(async () => {
    await office?.close();
    await backend?.stop();
  });

  const issued = async (overrides: Record<string, unknown> = {}) => {
    const drafter = await office.as('chuyenvien');
    const id = await draftedBy(drafter, await aDraft(office, overrides));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    return id;
  };
  const settled = (id: string) =>
    until('every delivery has an outcome', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
      return body.total.waiting === 0 ? body.total : undefined;
    });
  const toOne = (name: string) => ({ addressees: [{ text: name }], copies: [{ text: 'Lưu: VT' }] });
  const attempts = (id: string) =>
    office.database.query(
      `SELECT outcome, reply_code, reply FROM delivery_attempts
       JOIN deliveries ON deliveries.id = delivery_id WHERE dispatch_id = $1
       ORDER BY number`,
      [id],
    );

  it('brings the seed to every recipient, each with the same file and a link of its own', async () => {
    const id = await seedId(office);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const total = await settled(id);
    expect(total).toMatchObject({ total: 120, delivered: 120, failed: 0 });
    expect(office.mailbox.count).toBe(120);
    const mail = await office.mailbox.read(1);
    expect(mail.subject).toMatch(/^01\/STTTT-CNTT-VT: V\/v mạo danh cán bộ Sở/);
    expect(mail.text).toContain('Xác nhận đã tiếp nhận');
    expect(mail.html).toContain('Mở và xác nhận đã tiếp nhận');
    const [attachment] = mail.attachments;
    expect(attachment).toMatchObject({
      filename: '01-STTTT-CNTT-VT.pdf',
      contentType: 'application/pdf',
    });
    const sha256 = createHash('sha256').update(attachment!.content).digest('hex');
    const [run] = await office.database.query('SELECT file_sha256 FROM delivery_runs');
    expect(sha256).toBe(run.file_sha256);
    const links = new Set<string>();
    for (let mailId = 1; mailId <= 120; mailId += 1) {
      links.add(/\/a\/[\w-]+/.exec((await office.mailbox.read(mailId)).text!)![0]);
    }
    expect(links.size).toBe(120);
    expect(
      await office.database.query('SELECT 1 FROM recipients WHERE length(token_hash) <> 64'),
    ).toEqual([]);
  });

  it('tries again after a temporary refusal, and the mail is the same mail', async () => {
    const before = office.mailbox.count;
    office.mailbox.rules.push({ code: 451, message: '4.7.1 Greylisted', times: 2 });
    const id = await issued(toOne('TB.14'));
    expect(await settled(id)).toMatchObject({ delivered: 1 });
    expect((await attempts(id)).map((attempt: object) => Object.values(attempt))).toEqual([
      ['temporary', 451, expect.stringContaining('Greylisted')],
      ['temporary', 451, expect.stringContaining('Greylisted')],
      ['accepted', 250, expect.stringContaining('250')],
    ]);
    expect(office.mailbox.count).toBe(before + 1);
    const [delivery] = await office.database.query(
      'SELECT id FROM deliveries WHERE dispatch_id = $1',
      [id],
    );
    expect((await office.mailbox.read(before + 1)).messageId).toContain(delivery.id);
  });

  it('records a permanent refusal with the server’s words and does not insist', async () => {
    office.mailbox.rules.push({ code: 550, message: '5.1.1 No such user', times: 1 });
    const id = await issued(toOne('TB.15'));
    expect(await settled(id)).toMatchObject({ failed: 1, delivered: 0 });
    expect(await attempts(id)).toEqual([
      { outcome: 'permanent', reply_code: 550, reply: expect.stringContaining('No such user') },
    ]);
    const page = await clerk.get(`/dispatches/${id}/progress`).expect(200);
    expect(page.text).toContain('Gửi hỏng');
    expect(page.text).toContain('No such user');
  });

  it('insists to the end of its lifetime, and then says that it expired', async () => {
    const rule = { code: 452, message: '4.2.2 Full', times: Infinity };
    office.mailbox.rules.push(rule);
    const id = await issued(toOne('TB.16'));
    await until('it was tried five times', async () => (await attempts(id)).length >= 5);
    await office.database.query(
      `UPDATE deliveries SET queued_at = now() - interval '73 hours' WHERE dispatch_id = $1`,
      [id],
    );
    expect(await settled(id)).toMatchObject({ failed: 1 });
    rule.times = 0;
    expect(
      await office.database.query('SELECT state FROM deliveries WHERE dispatch_id = $1', [id]),
    ).toEqual([{ state: 'expired' }]);
  });

  it('sends no faster than the office allows, all workers together', async () => {
    await clerk.put('/api/mail-limit').send({ perMinute: 1200 }).expect(200);
    await until('workers know', async () => {
      const id = await issued(toOne('TB.19'));
      await settled(id);
      const [{ used }] = await office.database.query(
        'SELECT free_at > now() AS used FROM mail_limits',
      );
      return used;
    });
    const id = await issued({ addressees: [{ text: 'Các sở, ban, ngành tỉnh' }] });
    const total = await settled(id);
    await clerk.put('/api/mail-limit').send({ perMinute: null }).expect(200);
    const [{ span }] = await office.database.query(
      `SELECT extract(epoch FROM max(started_at) - min(started_at))::float * 1000 AS span
       FROM delivery_attempts JOIN deliveries ON id = delivery_id WHERE dispatch_id = $1`,
      [id],
    );
    expect(total.delivered).toBe(total.total);
    expect(span).toBeGreaterThan((total.total - 1) * 50 * 0.9);
  });

  it('forgets nobody when the queue is emptied in mid-run', async () => {
    const before = office.mailbox.count;
    const first = office.mailbox.received(before + 10);
    const id = await issued({ addressees: [{ text: 'Các cơ quan, đơn vị trên địa bàn tỉnh' }] });
    await within(10_000, first);
    await backend.empty(office.config.databaseUrl);
    const total = await settled(id);
    expect(total.delivered).toBe(total.total);
    expect(office.mailbox.count).toBe(before + total.total);
  });

  it('finishes what a crash between number and file interrupted', async () => {
    const id = await issued(toOne('TB.17'));
    await settled(id);
    await office.database.query('DELETE FROM delivery_runs WHERE dispatch_id = $1', [id]);
    await office.database.query('UPDATE issuances SET file_sha256 = NULL WHERE dispatch_id = $1', [
      id,
    ]);
    await office.database.query(
      `UPDATE deliveries SET state = 'waiting', due_at = now() WHERE dispatch_id = $1`,
      [id],
    );
    const total = await settled(id);
    expect(total.delivered).toBe(1);
    const [row] = await office.database.query(
      'SELECT number, (SELECT count(*)::int FROM delivery_runs WHERE dispatch_id = $1) AS runs FROM dispatches WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ number: expect.any(Number), runs: 1 });
  });

  it('takes over what a dead worker held once the lease is over', async () => {
    const id = await issued(toOne('TB.18'));
    await settled(id);
    await office.database.query(
      `UPDATE deliveries SET state = 'sending', due_at = now(), claimed_by = gen_random_uuid()
       WHERE dispatch_id = $1`,
      [id],
    );
    expect(await settled(id)).toMatchObject({ delivered: 1 });
    expect(await attempts(id)).toHaveLength(2);
  });
}
