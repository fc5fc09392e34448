import request from 'supertest';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';

describe('signing in', () => {
  let office: TestOffice;
  beforeAll(async () => (office = await testOffice()));
  afterAll(() => office?.close());

  const signIn = (form: object) =>
    request.agent(office.address).post('/session').type('form').send(form);

  it('leads to the page that was asked for', async () => {
    const browser = request.agent(office.address);
    const asked = await browser.get('/board').expect(303);
    expect(asked.headers.location).toBe('/signin?to=%2Fboard');
    const form = { username: 'vanthu', password: SAMPLE_PASSWORD, to: '/board' };
    const answer = await browser.post('/session').type('form').send(form).expect(303);
    expect(answer.headers.location).toBe('/board');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly.*SameSite=Lax/);
    await browser.get('/board').expect(200);
  });

  it('never leads to another site', async () => {
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const form = { username: 'vanthu', password: SAMPLE_PASSWORD, to };
      const answer = await signIn(form).expect(303);
      expect(answer.headers.location).toBe('/');
    }
  });

  it('says the same for a wrong name and a wrong password', async () => {
    const one = await signIn({ username: 'vanthu', password: 'sai' }).expect(401);
    const other = await signIn({ username: 'khong-co', password: 'sai' }).expect(401);
    expect(one.text).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(other.text).toBe(one.text);
  });

  it('says next to the field what is missing', async () => {
    const answer = await signIn({ username: ' ' }).expect(422);
    expect(answer.text).toContain('id="username-error">Không được để trống.');
    expect(answer.text).toContain('id="password-error">Không được để trống.');
  });

  it('keeps only a hash of the session and ends it', async () => {
    const clerk = await office.as('vanthu');
    const { body } = await clerk.get('/api/session').expect(200);
    expect(body).toEqual({
      username: 'vanthu',
      fullName: 'Nguyễn Thị Hạnh',
      post: 'Văn thư',
      roles: ['clerk'],
      office: { code: 'STTTT', name: 'Sở Thông tin và Truyền thông' },
    });
    const [{ token_hash }] = await office.database.query('SELECT token_hash FROM sessions LIMIT 1');
    expect(token_hash).toMatch(/^[0-9a-f]{64}$/);
    await clerk.delete('/api/session').expect(204);
    await clerk.get('/api/session').expect(401);
  });

  it('refuses a form that another site sent', async () => {
    const clerk = await office.as('vanthu');
    await clerk.post('/session/end').set('Sec-Fetch-Site', 'cross-site').expect(403);
    await clerk.post('/session/end').set('Origin', 'https://evil.example').expect(403);
    await clerk.get('/api/session').expect(200);
  });

  it('is needed for every page but the public ones', async () => {
    await office.anyone.get('/dispatches').expect(303);
    await office.anyone.get('/directory').expect(303);
    const problem = await office.anyone.get('/api/dispatches').expect(401);
    expect(problem.headers['content-type']).toContain('application/problem+json');
    expect(problem.body.title).toBe('Hãy đăng nhập để tiếp tục.');
    await office.anyone.get('/signin').expect(200);
  });
});
