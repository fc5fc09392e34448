import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import { scaledDirectory } from '../../src/embedded/sample/sample-directory.ts';
import type { Browser } from '../support/office.ts';
import { aDraft, draftedBy, signed } from '../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../support/sending-office.ts';
import { until } from '../support/until.ts';

interface Told {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

describe('an agency with a system of its own', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let drafter: Browser;
  let server: Server;
  let url: string;
  const told: Told[] = [];
  /** What the agency's system answers; 200 when there is none. */
  let answers: number[] = [];

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        told.push({ path: incoming.url!, headers: incoming.headers, body });
        const status = answers.shift() ?? 200;
        response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(`said ${status}`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/van-ban`;
    office = await sendingOffice({
      directory: scaledDirectory(120),
      env: {
        WEBHOOK_PRIVATE_RANGES: '127.0.0.1',
        WEBHOOK_RETRY_SECONDS: '0.1',
        WEBHOOK_LIFETIME_HOURS: String(2 / 3600),
      },
    });
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
  });
  afterAll(async () => {
    await office?.close();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });
  beforeEach(() => {
    answers = [];
    told.length = 0;
    office.mailbox.rules.splice(0);
  });

  const agencyId = async (code: string): Promise<string> => {
    const [row] = await office.database.query('SELECT id FROM agencies WHERE code = $1', [code]);
    return row.id;
  };
  /** Sets how an agency is reached; the secret when there is a new one. */
  const reached = async (code: string, channels: string[], webhookUrl = url) => {
    const { body } = await clerk
      .put(`/api/agencies/${await agencyId(code)}/channels`)
      .send({ channels, webhookUrl })
      .expect(200);
    return body.secret as string;
  };
  const issuedTo = async (code: string) => {
    const lines = { addressees: [{ text: code }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    return id;
  };
  const settled = (id: string, state: string) =>
    until(`it is ${state}`, async () => {
      const [row] = await office.database.query(
        'SELECT id, state, channel FROM deliveries WHERE dispatch_id = $1',
        [id],
      );
      return row.state === state ? row : undefined;
    }) as Promise<{ id: string; channel: string }>;
  const log = async (code: string) => {
    const { body } = await clerk.get(`/api/agencies/${await agencyId(code)}/webhook-attempts`);
    return body as Record<string, unknown>[];
  };

  it('is told by a message that it can check, and fetches the file it names', async () => {
    const secret = await reached('TB.01', ['webhook', 'email']);
    expect(secret).toMatch(/^whsec_/);
    const mails = office.mailbox.count;
    const id = await issuedTo('TB.01');
    const delivery = await settled(id, 'accepted');
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
    expect(await log('TB.01')).toMatchObject([
      { outcome: 'accepted', replyCode: 200, reply: 'HTTP 200 said 200', url },
    ]);
    const { body: progress } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    expect(progress.total).toMatchObject({ delivered: 1, total: 1 });
  });

  it('is told when what it was told of is recalled, and so is the mailbox; it answers where the message says', async () => {
    const secret = await reached('TB.11', ['webhook', 'email']);
    const id = await issuedTo('TB.11');
    await settled(id, 'accepted');
    const mails = office.mailbox.count;
    told.length = 0;
    answers = [503, 200];
    const why = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };
    await clerk.post(`/api/dispatches/${id}/recall`).send(why).expect(201);
    await until(
      'both were told',
      async () => told.length === 2 && office.mailbox.count === mails + 1,
    );
    const [first, again] = told as [Told, Told];
    expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
    const message = new Webhook(secret).verify(again.body, again.headers as never) as {
      data: { answerUrl: string };
    };
    expect(message).toMatchObject({
      type: 'dispatch.recalled',
      data: { ...why, dispatch: { id }, issuer: { code: 'STTTT' }, recipient: { code: 'TB.11' } },
    });
    const { body } = await request(office.address)
      .post(new URL(message.data.answerUrl).pathname)
      .send({ answer: 'agreed', isRemoved: true, name: 'Hệ thống', post: 'Văn thư' })
      .expect(200);
    expect(body).toMatchObject({ status: 15, isRemoved: true });
    const [{ id: recipient }] = await office.database.query(
      'SELECT id FROM recipients WHERE dispatch_id = $1',
      [id],
    );
    await until('it is written down', async () => {
      const page = await clerk.get(`/recipients/${recipient}`).expect(200);
      return page.text.includes(
        'Thư đề nghị thu hồi đã gửi. Tin báo tới hệ thống của cơ quan đã gửi.',
      );
    });
  });

  it('that stumbles is told again, with the same id', async () => {
    await reached('TB.02', ['webhook']);
    answers = [503, 429, 200];
    await settled(await issuedTo('TB.02'), 'accepted');
    expect(told.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array.from({ length: 3 }, () => told[0]!.headers['webhook-id']),
    );
    expect((await log('TB.02')).map(({ replyCode }) => replyCode)).toEqual([200, 429, 503]);
  });

  it.each([
    ['is gone', 'TB.03', [410], 1],
    ['does not know the secret', 'TB.04', [401], 1],
    ['sends us elsewhere', 'TB.05', [302], 1],
    ['never recovers', 'TB.06', Array.from({ length: 100 }, () => 500), 2],
  ])('that %s gets the mail instead', async (_, code, said, least) => {
    await reached(code, ['webhook', 'email']);
    answers = said;
    const mails = office.mailbox.count;
    const delivery = await settled(await issuedTo(code), 'accepted');
    expect(delivery.channel).toBe('email');
    expect(office.mailbox.count).toBe(mails + 1);
    expect(told.length).toBeGreaterThanOrEqual(least);
    const attempts = await log(code);
    expect(attempts[0]!['reason']).not.toBe('');
  });

  it('is told when the mail is refused, where that is its order', async () => {
    await reached('TB.07', ['email', 'webhook']);
    office.mailbox.rules.push({ code: 550, message: '5.1.1 No such user' });
    const delivery = await settled(await issuedTo('TB.07'), 'accepted');
    expect(delivery.channel).toBe('webhook');
    expect(told).toHaveLength(1);
  });

  it('without any channel left has failed, and is told again when the clerk says so', async () => {
    await reached('TB.08', ['webhook']);
    answers = [410, 500, 200, 500];
    const id = await issuedTo('TB.08');
    const { id: deliveryId } = await settled(id, 'failed');
    const replay = () => clerk.post(`/api/deliveries/${deliveryId}/replay`);
    expect((await replay().expect(200)).body).toMatchObject({ outcome: 'temporary' });
    await settled(id, 'failed');
    expect((await replay().expect(200)).body).toMatchObject({ outcome: 'accepted' });
    await settled(id, 'accepted');
    const here = `/directory/agencies/${await agencyId('TB.08')}`;
    await clerk.post(`${here}/replays/${deliveryId}`).expect(303);
    await settled(id, 'accepted');
    expect(new Set(told.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([deliveryId]),
    );
    const page = await clerk.get(`${here}/channels`).expect(200);
    expect(page.text).toContain('Phát lại');
    expect(page.text).toContain('Hệ thống của nơi nhận đang có trục trặc.');
    await drafter.post(`/api/deliveries/${deliveryId}/replay`).expect(403);
  });

  it('cannot lead us behind our own wall', async () => {
    await reached('TB.09', ['webhook'], url.replace('127.0.0.1', '127.0.0.2'));
    const id = await issuedTo('TB.09');
    await settled(id, 'failed');
    expect(told).toHaveLength(0);
    expect(await log('TB.09')).toMatchObject([
      { outcome: 'permanent', reply: expect.stringContaining('not a public address') },
    ]);
  });

  it('is set by the clerk, who sees the secret once', async () => {
    const here = `/directory/agencies/${await agencyId('TB.10')}`;
    const set = (values: object) => clerk.post(`${here}/channels`).type('form').send(values);
    const wrong = await set({ channels: 'webhook', webhookUrl: '' }).expect(422);
    expect(wrong.text).toContain('Ghi địa chỉ webhook');
    await set({ channels: 'webhook', webhookUrl: 'ftp://x.example' }).expect(422);
    const done = await set({ channels: 'webhook,email', webhookUrl: url }).expect(201);
    expect(done.text).toMatch(/whsec_[\w+/=]{44}/);
    expect((await clerk.get(`${here}/channels`).expect(200)).text).not.toContain('whsec_');
    await drafter.get(`${here}/channels`).expect(403);
    const [row] = await office.database.query(
      `SELECT webhook_secret FROM agencies WHERE code = 'TB.10'`,
    );
    expect(row.webhook_secret).not.toContain('whsec_');
  });
});
