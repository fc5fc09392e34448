import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { WORK } from '../../../src/worker.module.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import {
  startStrangeServer,
  type Moment,
  type StrangeServer,
} from '../../support/strange-server.ts';
import { until } from '../../support/until.ts';

describe('a strange mail server', () => {
  let server: StrangeServer;
  let office: TestOffice;

  beforeAll(async () => {
    server = await startStrangeServer();
    office = await testOffice({
      directory: scaledDirectory(120),
      modules: WORK,
      env: {
        SMTP_URL: server.url,
        SMTP_TIMEOUT_SECONDS: '0.5',
        DELIVERY_RETRY_SECONDS: '0.1',
        DELIVERY_CONCURRENCY: '2',
      },
    });
  });
  afterAll(async () => {
    await office?.close();
    await server?.close();
  });
  afterEach(() => (server.behave = () => undefined));

  const issuedTo = async (name: string, overrides: object = {}) => {
    const drafter = await office.as('chuyenvien');
    const clerk = await office.as('vanthu');
    const lines = { addressees: [{ text: name }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(drafter, await aDraft(office, { ...lines, ...overrides }));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    return id;
  };
  const attempts = (id: string): Promise<Record<string, unknown>[]> =>
    office.database.query(
      `SELECT outcome, stage, reply_code, reply FROM delivery_attempts attempt
       JOIN deliveries ON id = delivery_id WHERE dispatch_id = $1 ORDER BY number`,
      [id],
    );
  const states = async (id: string): Promise<string[]> => {
    const rows = await office.database.query(
      'SELECT state FROM deliveries WHERE dispatch_id = $1 ORDER BY address',
      [id],
    );
    return rows.map(({ state }: { state: string }) => state);
  };
  const settled = (id: string) =>
    until(
      'every delivery has an outcome',
      async () => {
        const seen = await states(id);
        return seen.some((state) => state === 'waiting' || state === 'sending') ? undefined : seen;
      },
      60,
    ) as Promise<string[]>;
  /** Misbehaves so many times at one moment of the dialogue about one recipient. */
  const strangely = (at: Moment, act: ReturnType<StrangeServer['behave']>, times: number) => {
    let left = times;
    server.behave = (moment) => {
      if (moment !== at || left === 0) return undefined;
      left -= 1;
      return act;
    };
  };

  it.each([
    ['stalls in mid-dialogue', 'RCPT', 'silent', { stage: 'message', reply_code: null }],
    ['talks garbage', 'RCPT', '\u00a1Hola! \u0001', { stage: 'recipient', reply: '¡Hola!' }],
    ['answers with a number that is none', 'MAIL', '999 ok', { stage: 'sender', reply_code: null }],
    ['drops the connection before the mail', 'DATA', 'drop', { stage: 'message' }],
    ['takes the mail and never answers', 'dot', 'silent', { stage: 'reply', reply_code: null }],
    ['takes the mail and drops the connection', 'dot', 'drop', { stage: 'reply' }],
    [
      'is full',
      'dot',
      '452 4.3.1 Insufficient system storage',
      { stage: 'message', reply_code: 452 },
    ],
    ['is closing', 'MAIL', '421 4.3.2 Service shutting down', { stage: 'sender', reply_code: 421 }],
    ['does not open', 'greeting', '554 5.7.1 No service', { stage: 'connection', reply_code: 554 }],
    ['says nothing at all', 'greeting', 'silent', { stage: 'connection', reply_code: null }],
  ] as const)('that %s is tried again, and what happened is known', async (_, at, act, seen) => {
    server.hangUp();
    strangely(at, act, 1);
    const before = server.mails.length;
    const id = await issuedTo('TB.14');
    expect(await settled(id)).toEqual(['accepted']);
    const [first, ...others] = await attempts(id);
    expect(first).toMatchObject({ outcome: 'temporary', ...seen });
    expect(others.at(-1)).toMatchObject({ outcome: 'accepted', reply_code: 250 });
    const ids = new Set(server.mails.slice(before).map((mail) => mail.id));
    expect(ids.size).toBe(1);
  });

  it('that refuses one address loses neither the connection nor the others', async () => {
    const refused = await office.database.query(
      `SELECT email FROM agencies WHERE kind = 'department' ORDER BY email LIMIT 3`,
    );
    const addresses = refused.map(({ email }: { email: string }) => email);
    server.behave = (moment, recipient) =>
      moment === 'RCPT' && addresses.includes(recipient) ? '550 5.1.1 User unknown' : undefined;
    const before = server.connections;
    const id = await issuedTo('Các sở, ban, ngành tỉnh');
    const seen = await settled(id);
    expect(seen.filter((state) => state === 'failed')).toHaveLength(3);
    expect(seen.filter((state) => state === 'accepted')).toHaveLength(seen.length - 3);
    expect(server.connections - before).toBeLessThanOrEqual(2);
  });

  it('that is too busy slows everyone down and fails nobody', async () => {
    strangely('MAIL', '421 4.7.0 Too many connections', 3);
    const id = await issuedTo('Các sở, ban, ngành tỉnh');
    const seen = await settled(id);
    expect(new Set(seen)).toEqual(new Set(['accepted']));
    const temporary = (await attempts(id)).filter(({ outcome }) => outcome === 'temporary');
    expect(temporary.length).toBeLessThanOrEqual(3);
  });

  it('that takes only small mails is not asked again and again', async () => {
    server.hangUp();
    server.behave = (moment) =>
      moment === 'EHLO' ? '250-strange.example\r\n250 SIZE 1000' : undefined;
    const id = await issuedTo('TB.17');
    expect(await settled(id)).toEqual(['failed']);
    expect(await attempts(id)).toMatchObject([{ outcome: 'permanent', reply_code: null }]);
    const clerk = await office.as('vanthu');
    const { body } = await clerk.get(`/api/dispatches/${id}/recipients`).expect(200);
    expect(body.items[0].reason).toContain('Thư quá lớn');
    server.hangUp();
  });

  it('never sees an address that is none, or that it cannot take; the reason is on record', async () => {
    await office.database.query(
      `UPDATE agencies SET email = CASE code WHEN 'TB.15' THEN 'a@b.example>' || chr(13) || chr(10) || 'DATA'
         ELSE 'văn-thư@thaibinh.example' END
       WHERE code IN ('TB.15', 'TB.16')`,
    );
    for (const code of ['TB.15', 'TB.16']) {
      const id = await issuedTo(code);
      expect(await settled(id)).toEqual(['failed']);
      expect(await attempts(id)).toMatchObject([{ outcome: 'permanent', stage: 'address' }]);
    }
  });

  it('that is slow lets an urgent dispatch overtake a bulk one', async () => {
    server.behave = (moment) => (moment === 'dot' ? 400 : undefined);
    const bulk = await issuedTo('Các cơ quan, đơn vị trên địa bàn tỉnh');
    await until('the bulk is under way', async () => (await states(bulk)).includes('accepted'));
    const urgent = await issuedTo('Ủy ban nhân dân các huyện, thành phố', { urgency: 'express' });
    await settled(urgent);
    const behind = (await states(bulk)).filter((state) => state === 'waiting');
    expect(behind.length).toBeGreaterThan(0);
    server.behave = () => undefined;
    await settled(bulk);
  });
});
