import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { until } from '../../support/until.ts';

describe('whoever guesses a password', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await testOffice();
  });
  afterAll(() => office?.close());
  beforeEach(() => office.database.query('TRUNCATE tries, known_devices'));

  const attempt = (from: string, password: string, browser: Browser, username = 'vanthu') =>
    browser.post('/api/session').set('X-Forwarded-For', from).send({ username, password });
  const guess = (from: string, username = 'vanthu') =>
    attempt(from, 'sai', office.fresh(), username);
  const enter = (from: string, browser = office.fresh()) => attempt(from, SAMPLE_PASSWORD, browser);
  const pauses = async () =>
    (
      await office.database.query(
        `SELECT username, address FROM journal_entries entry
         JOIN accounts ON accounts.id = subject_id
         LEFT JOIN journal_people ON entry_id = entry.id
         WHERE verb = 'sign-in-paused' ORDER BY entry.id`,
      )
    ).map(
      ({ username, address }: { username: string; address: string }) => `${username} ${address}`,
    );

  it.each([
    ['in one /64', (n: number) => `2001:db8:1:2:${n.toString(16)}::${n}`, 10],
    ['behind a proxy that writes ports', (n: number) => `198.51.100.9:${1024 + n}`, 10],
    ['written as IPv6', (n: number) => (n % 2 ? '198.51.100.7' : '::ffff:198.51.100.7'), 10],
  ])('with many addresses %s has one place', async (_, address, heard) => {
    const statuses: number[] = [];
    for (let n = 0; n < 24; n += 1) statuses.push((await guess(address(n))).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(heard);
    expect(statuses.filter((status) => status === 429)).toHaveLength(24 - heard);
    await enter('203.0.113.9').expect(201);
  });

  it('from a hundred networks keeps the owner out of nowhere', async () => {
    const known = office.fresh();
    await enter('203.0.113.9', known).expect(201);
    await known.post('/session/end').expect(303);
    for (let n = 0; n < 104; n += 1) await guess(`2001:db8:${n.toString(16)}::1`);
    await guess('2001:db8:0:8::1').expect(401);
    await guess('2001:db8:0:9::1').expect(429); // each neighbourhood has one try, whatever its /64
    await enter('203.0.113.77').expect(201); // a new machine, at the first try
    await enter('2001:db8:0:9::2').expect(429);
    await enter('2001:db8:0:9::2', known).expect(201); // a known one, from anywhere
    await office.database.query('UPDATE tries SET count = count + 5000');
    await enter('203.0.112.1').expect(429);
    await enter('203.0.112.1', known).expect(201);
  }, 60_000);

  it('in a browser that is known stops there, too', async () => {
    const known = office.fresh();
    await enter('203.0.113.9', known).expect(201);
    for (let n = 0; n < 10; n += 1) await attempt(`192.0.2.${n}`, 'sai', known).expect(401);
    await enter('192.0.2.99', known).expect(429);
    await attempt('192.0.2.99', SAMPLE_PASSWORD, known, 'lanhdao').expect(201);
  });

  it('is written down with where it came from, and of names that nobody has nothing is', async () => {
    for (let n = 0; n < 12; n += 1) {
      await guess('198.51.100.20', 'lanhdao');
      await guess('198.51.100.20', 'khong-ai-ca');
    }
    const paused = await until('it is written down', async () => {
      const rows = await pauses();
      return rows.some((row: string) => row.startsWith('lanhdao')) && rows;
    });
    expect(paused.filter((row: string) => row.startsWith('lanhdao'))).toEqual([
      'lanhdao 198.51.100.20',
    ]);
    const leader = await office.as('lanhdao');
    expect((await leader.get('/account').expect(200)).text).toMatch(
      /Tạm dừng đăng nhập vì sai mật khẩu quá nhiều.*198\.51\.100\.20/s,
    );
  });

  it('loses the browsers that were known when the password is another', async () => {
    const [owner, other] = [office.fresh(), office.fresh()];
    await enter('203.0.113.9', owner).expect(201);
    await enter('203.0.113.9', other).expect(201);
    const change = (password: string, next: string) =>
      owner.post('/account/password').type('form').send({ password, next }).expect(303);
    await change(SAMPLE_PASSWORD, 'mot cau dai hon');
    const [{ count }] = await office.database.query('SELECT count(*)::int FROM known_devices');
    expect(count).toBe(1);
    await change('mot cau dai hon', SAMPLE_PASSWORD);
    await owner.get('/api/session').expect(200);
  });
});

it('a good key works beside wrong ones from the same address', async () => {
  const office = await testOffice();
  try {
    const clerk = await office.as('vanthu');
    const { body } = await clerk.post('/api/keys').send({ name: 'x', scopes: ['read'] });
    const ask = (key: string) =>
      office
        .fresh()
        .get('/api/groups')
        .set('Authorization', `Bearer ${key}`)
        .set('X-Forwarded-For', '2001:db8::7');
    for (let n = 0; n < 30; n += 1) await ask(`nn_${n}`).expect(401);
    await ask('nn_31').expect(429);
    await ask(body.key).expect(200);
  } finally {
    await office.close();
  }
});
