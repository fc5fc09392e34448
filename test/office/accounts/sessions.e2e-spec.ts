import request from 'supertest';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { until } from '../../support/until.ts';

describe('a session', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await testOffice();
  });
  afterAll(() => office?.close());

  /** As if that much time had passed, two minutes of it without a request. */
  const age = async (column: string, interval: string) => {
    await office.database.query(`UPDATE sessions SET seen_at = seen_at - interval '2 minutes'`);
    await office.database.query(
      `UPDATE sessions SET ${column} = ${column} - interval '${interval}'`,
    );
  };
  const cookieOf = ({ headers }: request.Response) =>
    (headers['set-cookie'] as unknown as string[] | undefined)
      ?.find((cookie) => cookie.startsWith('session='))
      ?.split(';')[0];
  const enter = async () =>
    cookieOf(
      await office.anyone
        .post('/api/session')
        .send({ username: 'lanhdao', password: SAMPLE_PASSWORD })
        .expect(201),
    )!;
  const ask = (cookie: string) => request(office.address).get('/api/session').set('Cookie', cookie);
  const ids = async (browser: Browser): Promise<string[]> =>
    (await browser.get('/api/sessions').expect(200)).body.map(({ id }: { id: string }) => id);

  beforeEach(() => office.database.query('DELETE FROM sessions'));

  it('ends when nobody used it for two hours', async () => {
    const clerk = await office.as('vanthu');
    await age('seen_at', '116 minutes');
    await clerk.get('/api/session').expect(200);
    await age('seen_at', '121 minutes');
    await clerk.get('/api/session').expect(401);
  });

  it('ends after twelve hours, however busy', async () => {
    const clerk = await office.as('vanthu');
    await age('expires_at', '12 hours');
    await clerk.get('/api/session').expect(401);
  });

  it('gets another token every half hour; the old one then opens nothing', async () => {
    const old = await enter();
    await age('rotated_at', '31 minutes');
    const fresh = cookieOf(await ask(old).expect(200))!;
    expect(fresh).not.toBe(old);
    await ask(old).expect(200); // the browser has not come back with the new one yet
    await ask(fresh).expect(200);
    await ask(old).expect(200); // a request that was under way
    await office.database.query(`UPDATE sessions SET confirmed_at = now() - interval '2 minutes'`);
    await ask(old).expect(401);
    await ask(fresh).expect(401); // somebody has a copy: nobody goes on with it
  });

  it('survives an answer with a new token that got lost', async () => {
    const old = await enter();
    await age('rotated_at', '31 minutes');
    await ask(old).expect(200);
    await age('rotated_at', '10 minutes');
    const next = cookieOf(await ask(old).expect(200))!;
    await ask(next).expect(200);
  });

  it('rotates once when many requests come at the same time', async () => {
    const old = await enter();
    await age('rotated_at', '31 minutes');
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(old)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const given = answers.map(cookieOf).filter((cookie) => cookie !== undefined);
    expect(given).toHaveLength(1);
    await ask(given[0]!).expect(200);
  });

  it('is listed for its owner, who ends one or all others', async () => {
    const [here, there, elsewhere] = await Promise.all(
      Array.from({ length: 3 }, () => office.as('vanthu')),
    );
    const stranger = await office.as('lanhdao');
    const [theirs] = await ids(stranger);
    const page = await here!.get('/account').set('User-Agent', 'Chrome/130 Windows').expect(200);
    expect(page.text).toContain('Đang đăng nhập <small>3</small>');
    await here!.delete(`/api/sessions/${theirs}`).expect(404);
    await here!.post(`/account/sessions/${theirs}/end`).expect(404);
    await there!.post('/session/end').expect(303);
    expect(await ids(here!)).toHaveLength(2);
    await here!.post('/account/sessions/end-others').expect(303);
    await elsewhere!.get('/api/session').expect(401);
    await here!.get('/api/session').expect(200);
    await stranger.get('/api/session').expect(200);
  });

  it('must be minutes old to change how one signs in', async () => {
    const clerk = await office.as('vanthu');
    await clerk.get('/account/keys/new').expect(200);
    await age('started_at', '16 minutes');
    const answer = await clerk.get('/account/keys/new').expect(303);
    expect(answer.headers.location).toBe('/signin?to=%2Faccount%2Fkeys%2Fnew');
    await clerk
      .post('/api/keys')
      .send({ name: 'x', scopes: ['read'] })
      .expect(401);
    await clerk.get('/dispatches').expect(200);
  });

  it('changes the password and ends wherever else one is signed in', async () => {
    const clerk = await office.as('vanthu');
    const other = await office.as('vanthu');
    const change = (password: string, next: string) =>
      clerk.post('/account/password').type('form').send({ password, next });
    expect((await change('sai', 'mot cau dai hon').expect(422)).text).toContain('không đúng');
    expect((await change(SAMPLE_PASSWORD, 'ngan').expect(422)).text).toContain('Ít nhất 10 ký tự');
    await change(SAMPLE_PASSWORD, 'mot cau dai hon').expect(303);
    await other.get('/api/session').expect(401);
    await change('mot cau dai hon', SAMPLE_PASSWORD).expect(303);
    await office.as('vanthu');
  });
});

describe('guessing', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await testOffice();
  });
  afterAll(() => office?.close());
  beforeEach(() => office.database.query('TRUNCATE tries'));

  const attempt = (password: string, address: string, username = 'vanthu') =>
    office.anyone.post('/api/session').set('X-Forwarded-For', address).send({ username, password });

  it('of a password stops after ten wrong ones from one place, and goes on from another', async () => {
    for (let count = 0; count < 10; count++) await attempt('sai', '203.0.113.1').expect(401);
    const { headers, body } = await attempt(SAMPLE_PASSWORD, '203.0.113.1').expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(800);
    expect(body).toMatchObject({
      type: 'too-many-tries',
      title: expect.stringContaining('Chờ 15'),
    });
    await attempt(SAMPLE_PASSWORD, '203.0.113.1', 'lanhdao').expect(201);
    await attempt(SAMPLE_PASSWORD, '203.0.113.2').expect(201);
  });

  it('cannot be hurried by asking many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => attempt('sai', '203.0.113.3')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
  });

  it('is told on the page, and those who remember in time are not counted', async () => {
    const form = (password: string) =>
      office.anyone
        .post('/session')
        .type('form')
        .set('X-Forwarded-For', '203.0.113.4')
        .send({ username: 'vanthu', password });
    for (let count = 0; count < 9; count++) await form('sai').expect(401);
    await form(SAMPLE_PASSWORD).expect(303);
    for (let count = 0; count < 10; count++) await form('sai').expect(401);
    expect((await form('sai').expect(429)).text).toContain('Thử quá nhiều lần.');
  });

  it('of links stops after thirty, on pages and API alike', async () => {
    const look = (path: string) => office.anyone.get(path).set('X-Forwarded-For', '203.0.113.5');
    for (let count = 0; count < 30; count++) await look(`/a/${count}-khong-co`).expect(404);
    // A wrong link is counted once it has been answered.
    await until('all are counted', async () => (await look('/a/31-khong-co')).status === 429);
    await office.anyone
      .post('/api/acknowledgements/khong-co')
      .set('X-Forwarded-For', '203.0.113.5')
      .send({ name: 'A', post: 'B' })
      .expect(429);
    await office.anyone.get('/a/31-khong-co').set('X-Forwarded-For', '203.0.113.6').expect(404);
  });

  it('leaves neither names nor addresses in the database', async () => {
    await office
      .fresh()
      .post('/api/session')
      .set('X-Forwarded-For', '203.0.113.7')
      .send({ username: 'vanthu', password: 'sai' })
      .expect(401);
    const rows = await office.database.query('SELECT * FROM tries');
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(rows)).not.toMatch(/vanthu|203\.0/);
  });

  it('does not believe an address that nobody vouches for', async () => {
    const plain = await testOffice({ env: { TRUSTED_PROXIES: '192.0.2.1' } });
    try {
      const forged = (address: number) =>
        plain.anyone
          .post('/api/session')
          .set('X-Forwarded-For', `203.0.113.${address}`)
          .send({ username: 'vanthu', password: 'sai' });
      for (let count = 0; count < 10; count++) await forged(count).expect(401);
      await forged(11).expect(429);
    } finally {
      await plain.close();
    }
  });
});
