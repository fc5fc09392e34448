import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import request from 'supertest';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { OWN_PASSWORD } from '../../support/people.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { built } from '../../support/built.ts';

const run = promisify(execFile);

describe('what is done to an account', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await testOffice();
  });
  afterAll(() => office?.close());

  const reset = (username: string) =>
    run(process.execPath, [built('src/ops/reset-sign-in.ts'), username], {
      cwd: packageRoot,
      env: { ...process.env, DATABASE_URL: office.config.databaseUrl },
    });
  const signIn = (browser: Browser, password: string) =>
    browser.post('/session').type('form').send({ username: 'vanthu', password, to: '/board' });
  const verbs = async (username: string): Promise<string[]> =>
    (
      await office.database.query(
        `SELECT verb FROM journal_entries JOIN accounts ON accounts.id = subject_id
         WHERE username = $1 ORDER BY journal_entries.id`,
        [username],
      )
    ).map(({ verb }: { verb: string }) => verb);

  it('by a reset is done whole, and told before anything else', async () => {
    const clerk = await office.as('vanthu');
    const { body } = await clerk.post('/api/keys').send({ name: 'Một cửa', scopes: ['read'] });
    const { body: old } = await clerk.post('/api/keys').send({ name: 'Cũ', scopes: ['read'] });
    await clerk.delete(`/api/keys/${old.id}`).expect(204);
    await office.database.query(
      `INSERT INTO passkeys (id, account_id, public_key, counter, name)
       SELECT 'khoa', id, '', 0, 'Máy' FROM accounts WHERE username = 'vanthu'`,
    );
    const { stdout } = await reset('vanthu');
    const password = /^vanthu {2}(\S+)$/m.exec(stdout)![1]!;
    expect(stdout).toContain('thu hồi 1 khóa cho phần mềm, xóa 1 khóa truy cập, kết thúc 1 phiên');
    await clerk.get('/api/session').expect(401);
    await request(office.address)
      .get('/api/groups')
      .set('Authorization', `Bearer ${body.key}`)
      .expect(401);
    for (const table of ['passkeys', 'sessions', 'totp_secrets', 'known_devices']) {
      expect(await office.database.query(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
    await signIn(office.fresh(), SAMPLE_PASSWORD).expect(401);
    const again = office.fresh();
    const asked = await signIn(again, password).expect(303);
    const first = await again.get(asked.headers['location']!).expect(303);
    expect(first.headers['location']).toBe('/account/new-password?to=%2Fboard');
    const led = await again
      .post('/account/new-password')
      .type('form')
      .send({ next: OWN_PASSWORD, to: '/board' })
      .expect(303);
    expect(led.headers['location']).toBe('/account/notices?to=%2Fboard');
    const { text } = await again.get(led.headers['location']!).expect(200);
    expect(text).toContain('Đã thu hồi 1 khóa cho phần mềm');
    expect(text).toContain('Đã xóa 1 khóa truy cập');
    const read = await again.post('/account/notices').type('form').send({ to: '/board' });
    expect(read.headers['location']).toBe('/board');
    await signIn(office.fresh(), OWN_PASSWORD).expect(303).expect('Location', '/board');
    const account = await again.get('/account').expect(200);
    expect(account.text).toContain('Đặt lại cách đăng nhập');
    expect(account.text).toContain('Thu hồi khóa cho phần mềm</b> Cũ');
  });

  it('by a reset of nobody is said in a sentence', async () => {
    const failed = await reset('khong-co').catch((error: { stderr: string }) => error);
    expect(failed.stderr).toMatch(/^Không có tài khoản “khong-co”\. Ghi tên[^\n]*\n$/);
  });

  it('is in the journal: keys and password', async () => {
    const leader = await office.as('lanhdao');
    const { body: key } = await leader.post('/api/keys').send({ name: 'x', scopes: ['read'] });
    await leader.delete(`/api/keys/${key.id}`).expect(204);
    await leader.delete(`/api/keys/${key.id}`).expect(204); // a second time is no second fact
    const change = (password: string, next: string) =>
      leader.post('/account/password').type('form').send({ password, next });
    await change('sai', 'mot cau dai hon').expect(422);
    await change(SAMPLE_PASSWORD, 'mot cau dai hon').expect(303);
    await change('mot cau dai hon', SAMPLE_PASSWORD).expect(303);
    expect(await verbs('lanhdao')).toEqual([
      'key-made',
      'key-revoked',
      'password-changed',
      'password-changed',
    ]);
  });

  it('by signing in again: the session before has ended, here and nowhere else', async () => {
    const elsewhere = await office.as('phogiamdoc');
    const here = office.fresh();
    const form = { username: 'phogiamdoc', password: SAMPLE_PASSWORD };
    const cookieOf = ({ headers }: request.Response) =>
      (headers['set-cookie'] as unknown as string[])
        .find((cookie) => cookie.startsWith('session='))!
        .split(';')[0]!;
    const ask = (cookie: string) =>
      request(office.address).get('/api/session').set('Cookie', cookie);
    const first = cookieOf(await here.post('/session').type('form').send(form).expect(303));
    await ask(first).expect(200);
    await here
      .post('/session')
      .type('form')
      .send({ ...form, password: 'sai' })
      .expect(401);
    await ask(first).expect(200); // a wrong try ends nothing
    const second = cookieOf(await here.post('/session').type('form').send(form).expect(303));
    await ask(first).expect(401);
    const third = cookieOf(await here.post('/api/session').send(form).expect(201));
    await ask(second).expect(401);
    const other = { username: 'lanhdao', password: SAMPLE_PASSWORD };
    await here.post('/api/session').send(other).expect(201);
    await ask(third).expect(401); // somebody else at the same machine
    await elsewhere.get('/api/session').expect(200);
  });
});
