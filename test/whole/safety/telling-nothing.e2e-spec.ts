import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { InstallationKeys } from '../../../src/platform/installation/installation-keys.ts';
import { checkCode } from '../../../src/office/dispatches/check-code.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { twoOffices, type TwoOffices } from '../access/two-offices.ts';

const KEYS_OF_OTHERS = new InstallationKeys('another secret of another office, long enough');

describe('whoever guesses', () => {
  let office: TwoOffices;
  beforeAll(async () => {
    office = await twoOffices();
  }, 60_000);
  afterAll(() => office?.close());
  beforeEach(() => office.database.query('TRUNCATE tries'));

  /** Status and words, without what differs from one request to the next. */
  const said = async (asked: request.Test) => {
    const { status, text, headers } = await asked.redirects(0);
    const words = text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
    return `${status} ${headers['location'] ?? ''} ${words}`;
  };
  const alike = async (asked: request.Test[]) => {
    const answers: string[] = [];
    for (const one of asked) answers.push(await said(one));
    expect(new Set(answers).size).toBe(1);
    return answers[0]!;
  };

  it('learns no link: made up, cut off, changed by a letter, or sealed by somebody else', async () => {
    const [{ id }] = await office.database.query('SELECT id FROM recipients LIMIT 1');
    const token = linkToken(office.config.keys, id);
    await office.anyone.get(`/a/${token}`).expect(200);
    const flipped = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    const wrong = [
      'khong-co',
      'A'.repeat(43),
      token.slice(0, -1),
      flipped,
      id,
      linkToken(KEYS_OF_OTHERS, id),
    ];
    for (const tail of ['', '/document.pdf', '/receipt.pdf', '/receipt.json']) {
      const answer = await alike(wrong.map((each) => office.anyone.get(`/a/${each}${tail}`)));
      expect(answer).toMatch(/^404/);
      await office.database.query('TRUNCATE tries');
    }
    const person = { name: 'A', post: 'B' };
    const api = wrong.map((each) =>
      office.anyone.post(`/api/acknowledgements/${each}`).send(person),
    );
    expect(await alike(api)).toMatch(/^404/);
  });

  it('shuts nobody out who has a good link or password behind the same address', async () => {
    const from = '203.0.113.40';
    const look = (path: string) => office.fresh().get(path).set('X-Forwarded-For', from);
    for (let count = 0; count < 30; count += 1) await look(`/a/khong-co-${count}`).expect(404);
    expect((await look('/a/khong-co-31').expect(429)).text).toContain('Thử quá nhiều lần.');
    await look('/a/khong-co-31/document.pdf').expect(429);
    const [{ id }] = await office.database.query('SELECT id FROM recipients LIMIT 1');
    const token = linkToken(office.config.keys, id);
    await look(`/a/${token}`).expect(200);
    await look(`/a/${token}/document.pdf`).expect(200);
    await office
      .fresh()
      .post('/session')
      .set('X-Forwarded-For', from)
      .type('form')
      .send({ username: 'lanhdao', password: SAMPLE_PASSWORD })
      .expect(303);
  });

  it('learns no code of a page, and no dispatch that has none', async () => {
    const [{ id }] = await office.database.query(`SELECT id FROM dispatches LIMIT 1`);
    const code = checkCode(office.config.keys, id);
    const wrong = [
      'khong-co',
      'A'.repeat(38),
      (code.startsWith('A') ? 'B' : 'A') + code.slice(1),
      id,
      checkCode(KEYS_OF_OTHERS, id),
      checkCode(office.config.keys, randomUUID()),
    ];
    const answer = await alike(wrong.map((each) => office.anyone.get(`/verify/${each}`)));
    expect(answer).toMatch(/^404/);
  });

  it('cannot tell a dispatch of another office from none at all', async () => {
    const stranger = await office.person('clerk', true);
    for (const tail of ['', '/progress', '/journal', '/document.pdf', '/recall']) {
      const ids = [office.ours.dispatch, randomUUID()];
      const answer = await alike(ids.map((id) => stranger.get(`/dispatches/${id}${tail}`)));
      expect(answer).toMatch(/^404/);
    }
    const [{ id }] = await office.database.query('SELECT id FROM agencies LIMIT 1');
    await alike([id, randomUUID()].map((each) => stranger.get(`/directory/agencies/${each}`)));
  });

  it('cannot tell who has an account: the same words after the same work', async () => {
    await office.database.query(
      `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash, closed_at)
       SELECT office_id, 'da-nghi', 'A', 'B', '{drafter}', password_hash, now()
       FROM accounts WHERE username = 'chuyenvien'`,
    );
    const tries = [
      { username: 'vanthu', password: 'sai' },
      { username: 'khong-co', password: 'sai' },
      { username: 'da-nghi', password: SAMPLE_PASSWORD },
      { username: "x' OR 1=1 --", password: 'x' },
    ];
    for (const path of ['/session', '/api/session']) {
      const asked = tries.map((form) => office.anyone.post(path).type('form').send(form));
      expect(await alike(asked)).toMatch(/^401/);
    }
    const time = async (username: string) => {
      const began = process.hrtime.bigint();
      await office.anyone.post('/api/session').send({ username, password: 'sai' }).expect(401);
      return Number(process.hrtime.bigint() - began);
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      known.push(await time('lanhdao'));
      unknown.push(await time('khong-ai'));
    }
    // The quickest of each: what the machine does besides only adds. Without the work of a password it is a fiftieth.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });

  it('gives nobody a session of their choice: signing in makes another', async () => {
    const planted = 'session=planted-by-somebody-else-before-the-person-came';
    const enter = (cookie: string) =>
      request(office.address)
        .post('/session')
        .set('Cookie', cookie)
        .type('form')
        .send({ username: 'lanhdao', password: SAMPLE_PASSWORD })
        .expect(303);
    const own = (answer: request.Response) =>
      (answer.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    const first = own(await enter(planted));
    const second = own(await enter(first));
    expect(new Set([planted, first, second]).size).toBe(3);
    const ask = (cookie: string) =>
      request(office.address).get('/api/session').set('Cookie', cookie);
    await ask(planted).expect(401);
    await ask(second).expect(200);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/board\r\nSet-Cookie: session=x',
    '/.//evil.example',
    '/..//evil.example',
  ])('is led nowhere but to pages of ours: %j', async (to) => {
    const form = { username: 'vanthu', password: SAMPLE_PASSWORD, to };
    const { headers } = await office.fresh().post('/session').type('form').send(form).expect(303);
    const led = new URL(headers['location']!, 'http://noi-nhan.example');
    expect(led.host).toBe('noi-nhan.example');
    expect(led.pathname).not.toMatch(/^\/\//);
    const cookies = headers['set-cookie'] as unknown as string[];
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['session', 'device']);
    expect(cookies[0]).toMatch(/^session=[\w-]{43};/); // ours, and not the one in `to`
    const page = await office.anyone.get('/signin').query({ to }).expect(200);
    const kept = /name="to" value="([^"]*)"/.exec(page.text)![1]!;
    expect(new URL(kept, 'http://noi-nhan.example').host).toBe('noi-nhan.example');
  });
});
