import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { OWN_PASSWORD } from '../../support/people.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';

describe('a password that was told', () => {
  let office: TestOffice;
  let administrator: Browser;
  beforeAll(async () => {
    office = await testOffice({
      directory: scaledDirectory(80),
      env: { SECOND_FACTOR_ROLES: 'signer' },
    });
    administrator = await office.as('quantri');
  });
  afterAll(() => office?.close());

  const told = async (username: string, roles = ['drafter']): Promise<string> => {
    const person = { username, fullName: 'Ngô Thị Thu', post: 'Chuyên viên', roles };
    const { body } = await administrator
      .post('/api/people')
      .send({ ...person, way: 'password' })
      .expect(201);
    return body.password;
  };
  const enters = (browser: Browser, fields: object) =>
    browser.post('/session').type('form').send(fields).expect(303);
  const chooses = (browser: Browser, next: string) =>
    browser.post('/account/new-password').type('form').send({ next, to: '/board' });

  it('opens nothing but the page that asks for one’s own', async () => {
    const password = await told('moi.vao');
    const browser = office.fresh();
    await enters(browser, { username: 'moi.vao', password, to: '/board' });
    const led = await browser.get('/board').expect(303);
    expect(led.headers['location']).toBe('/account/new-password?to=%2Fboard');
    const api = await browser.get('/api/dispatches').expect(401);
    expect(api.body.type).toBe('new-password');
    const { text } = await browser.get('/account/new-password').expect(200);
    expect(text).toContain('Mật khẩu vừa dùng do người khác giao.');
    expect((await chooses(browser, 'ngan').expect(422)).text).toContain('Ít nhất 10 ký tự.');
    expect((await chooses(browser, password).expect(422)).text).toContain('Chọn mật khẩu khác.');
    expect((await chooses(browser, OWN_PASSWORD).expect(303)).headers['location']).toBe('/board');
    await browser.get('/board').expect(200);
    await browser.get('/account/new-password').expect(303).expect('Location', '/account');
    await chooses(browser, 'không hỏi mật khẩu cũ').expect(303).expect('Location', '/account');
    const again = office.fresh();
    const own = { username: 'moi.vao', password: OWN_PASSWORD };
    await again.post('/api/session').send(own).expect(201);
    const old = await office
      .fresh()
      .post('/api/session')
      .send({ ...own, password });
    expect(old.body.type).toBe('wrong-sign-in');
  });

  it('signs no program in, with a code that says what to do', async () => {
    const password = await told('qua.api');
    const answer = await office
      .fresh()
      .post('/api/session')
      .send({ username: 'qua.api', password })
      .expect(401);
    expect(answer.body).toMatchObject({
      type: 'new-password',
      title: expect.stringContaining('đặt mật khẩu của mình'),
    });
  });

  it('is asked for after the second factor, where the role needs one', async () => {
    const password = await told('ky.moi', ['signer']);
    const browser = office.fresh();
    await enters(browser, { username: 'ky.moi', password });
    const led = await browser.get('/board').expect(303);
    expect(led.headers['location']).toContain('/account/totp');
    await chooses(browser, OWN_PASSWORD).expect(303);
    const still = await browser.get('/board').expect(303);
    expect(still.headers['location']).toContain('/account/totp');
  });
});
