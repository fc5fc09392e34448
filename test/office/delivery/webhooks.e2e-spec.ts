import { createHash } from 'node:crypto';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import type { Browser } from '../../support/office.ts';
import type { SendingOffice } from '../../support/sending-office.ts';
import { OfficeWithSystem, type Told } from './office-with-system.ts';

describe('an agency with a system of its own', () => {
  const system = new OfficeWithSystem();
  const { told } = system;
  let office: SendingOffice;
  let clerk: Browser;

  beforeAll(async () => {
    await system.open();
    ({ office, clerk } = system);
  });
  afterAll(() => system.close());
  beforeEach(() => system.calm());

  it('is told by a message that it can check, and fetches the file it names', async () => {
    const secret = await system.reached('TB.01', ['webhook', 'email']);
    expect(secret).toMatch(/^whsec_/);
    const mails = office.mailbox.count;
    const id = await system.issuedTo('TB.01');
    const delivery = await system.settled(id, 'accepted');
    expect(told).toHaveLength(1);
    const [{ headers, body, path }] = told as [Told];
    expect(path).toBe('/van-ban');
    expect(headers['webhook-id']).toBe(delivery.id);
    const message = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(() =>
      new Webhook(secret).verify(body.replace('TB.01', 'TB.02'), headers as never),
    ).toThrow('No matching signature');
    const [{ file_sha256: sha256 }] = await office.database.query(
      'SELECT file_sha256 FROM delivery_runs WHERE dispatch_id = $1',
      [id],
    );
    expect(message).toMatchObject({
      type: 'dispatch.issued',
      data: {
        dispatch: { id, subject: 'V/v kiểm tra hệ thống truyền thanh' },
        issuer: { code: 'STTTT' },
        recipient: { code: 'TB.01' },
        file: { sha256, mediaType: 'application/pdf' },
      },
    });
    const { file, link } = (message as { data: { file: { url: string }; link: string } }).data;
    expect(file.url).toBe(`${link}/document.pdf`);
    const { body: bytes } = await request(office.address)
      .get(new URL(file.url).pathname)
      .responseType('blob')
      .expect(200);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(office.mailbox.count).toBe(mails);
    expect(await system.log('TB.01')).toMatchObject([
      { outcome: 'accepted', replyCode: 200, reply: 'HTTP 200 said 200', url: system.url },
    ]);
    const { body: progress } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    expect(progress.total).toMatchObject({ delivered: 1, total: 1 });
  });

  it('that stumbles is told again, with the same id', async () => {
    await system.reached('TB.02', ['webhook']);
    system.answers = [503, 429, 200];
    await system.settled(await system.issuedTo('TB.02'), 'accepted');
    expect(told.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array.from({ length: 3 }, () => told[0]!.headers['webhook-id']),
    );
    expect((await system.log('TB.02')).map(({ replyCode }) => replyCode)).toEqual([200, 429, 503]);
  });

  it.each([
    ['is gone', 'TB.03', [410], 1],
    ['does not know the secret', 'TB.04', [401], 1],
    ['sends us elsewhere', 'TB.05', [302], 1],
    ['never recovers', 'TB.06', Array.from({ length: 100 }, () => 500), 2],
  ])('that %s gets the mail instead', async (_, code, said, least) => {
    await system.reached(code, ['webhook', 'email']);
    system.answers = said;
    const mails = office.mailbox.count;
    const delivery = await system.settled(await system.issuedTo(code), 'accepted');
    expect(delivery.channel).toBe('email');
    expect(office.mailbox.count).toBe(mails + 1);
    expect(told.length).toBeGreaterThanOrEqual(least);
    const attempts = await system.log(code);
    expect(attempts[0]!['reason']).not.toBe('');
  });

  it('is told when the mail is refused, where that is its order', async () => {
    await system.reached('TB.07', ['email', 'webhook']);
    office.mailbox.rules.push({ code: 550, message: '5.1.1 No such user' });
    const delivery = await system.settled(await system.issuedTo('TB.07'), 'accepted');
    expect(delivery.channel).toBe('webhook');
    expect(told).toHaveLength(1);
  });

  it('without any channel left has failed, and is told again when the clerk says so', async () => {
    await system.reached('TB.08', ['webhook']);
    system.answers = [410, 500, 200, 500];
    const id = await system.issuedTo('TB.08');
    const { id: deliveryId } = await system.settled(id, 'failed');
    const replay = () => clerk.post(`/api/deliveries/${deliveryId}/replay`);
    expect((await replay().expect(200)).body).toMatchObject({ outcome: 'temporary' });
    await system.settled(id, 'failed');
    expect((await replay().expect(200)).body).toMatchObject({ outcome: 'accepted' });
    await system.settled(id, 'accepted');
    const here = `/directory/agencies/${await system.agencyId('TB.08')}`;
    await clerk.post(`${here}/replays/${deliveryId}`).expect(303);
    await system.settled(id, 'accepted');
    expect(new Set(told.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([deliveryId]),
    );
    const page = await clerk.get(`${here}/channels`).expect(200);
    expect(page.text).toContain('Phát lại');
    expect(page.text).toContain('Hệ thống của nơi nhận đang có trục trặc.');
    await system.drafter.post(`/api/deliveries/${deliveryId}/replay`).expect(403);
  });

  it.each([
    ['hangs up', 'by hanging up'],
    ['falls silent', 'by falling silent'],
  ] as const)('that says yes and %s has said yes: it is told once', async (_, how) => {
    await system.reached('TB.12', ['webhook']);
    system.breaksOff = how;
    await system.settled(await system.issuedTo('TB.12'), 'accepted');
    expect(told).toHaveLength(1);
  });

  it('whose address was corrected is told there when what failed is sent again', async () => {
    await system.reached('TB.13', ['webhook'], `${system.url}-cu`);
    system.answers = [410];
    const id = await system.issuedTo('TB.13');
    await system.settled(id, 'failed');
    const page = await clerk.get(`/dispatches/${id}/progress`).expect(200);
    expect(page.text).toContain('bỏ trống: báo lại webhook');
    expect(page.text).not.toContain('value="http');
    await system.reached('TB.13', ['webhook']);
    const form = { recipientId: await system.recipientOf(id), address: '', inDirectory: 'true' };
    await clerk.post(`/dispatches/${id}/resends`).type('form').send(form).expect(303);
    await system.settled(id, 'accepted');
    expect(told.map(({ path }) => path)).toEqual(['/van-ban-cu', '/van-ban']);
  });

  it('cannot lead us behind our own wall', async () => {
    await system.reached('TB.09', ['webhook']);
    // As when a name led somewhere else on the day it was set.
    await office.database.query(
      `UPDATE agencies SET webhook_url = replace(webhook_url, '127.0.0.1', '127.0.0.2')
       WHERE code = 'TB.09'`,
    );
    const id = await system.issuedTo('TB.09');
    await system.settled(id, 'failed');
    expect(told).toHaveLength(0);
    expect(await system.log('TB.09')).toMatchObject([
      { outcome: 'permanent', reply: expect.stringContaining('not a public address') },
    ]);
  });

  it.each([
    'https://127.0.0.2/van-ban',
    'https://10.1.2.3/',
    'https://[fd00::1]/',
    'https://0x7f.2/',
    'https://2130706434/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'http://8.8.8.8/',
  ])('cannot be set to %s, by page or program: it says why', async (webhookUrl) => {
    const id = await system.agencyId('TB.11');
    const told = webhookUrl.startsWith('http:') ? 'https://' : 'mạng công cộng';
    const page = await clerk
      .post(`/directory/agencies/${id}/channels`)
      .type('form')
      .send({ channels: 'webhook', webhookUrl })
      .expect(422);
    expect(page.text).toContain(told);
    expect(page.text).toContain(`value="${webhookUrl}"`);
    const answer = await clerk
      .put(`/api/agencies/${id}/channels`)
      .send({ channels: ['webhook'], webhookUrl })
      .expect(422);
    expect(answer.body.errors[0]).toMatchObject({
      path: 'webhookUrl',
      message: expect.stringContaining(told),
    });
    expect((await clerk.get(`/api/agencies/${id}/channels`)).body.webhookUrl).toBeNull();
  });

  it('is set by the clerk, who sees the secret once', async () => {
    const here = `/directory/agencies/${await system.agencyId('TB.10')}`;
    const set = (values: object) => clerk.post(`${here}/channels`).type('form').send(values);
    const wrong = await set({ channels: 'webhook', webhookUrl: '' }).expect(422);
    expect(wrong.text).toContain('Ghi địa chỉ webhook');
    await set({ channels: 'webhook', webhookUrl: 'ftp://x.example' }).expect(422);
    await set({ channels: 'webhook', webhookUrl: 'https://a:b@x.example/' }).expect(422);
    const done = await set({ channels: 'webhook,email', webhookUrl: system.url }).expect(201);
    expect(done.text).toMatch(/whsec_[\w+/=]{44}/);
    expect((await clerk.get(`${here}/channels`).expect(200)).text).not.toContain('whsec_');
    await system.drafter.get(`${here}/channels`).expect(403);
    const [row] = await office.database.query(
      `SELECT webhook_secret FROM agencies WHERE code = 'TB.10'`,
    );
    expect(row.webhook_secret).not.toContain('whsec_');
  });
});
