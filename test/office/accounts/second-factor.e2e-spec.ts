import request from 'supertest';
import { codeOf, stepAt } from '../../../src/office/accounts/second-factor/totp.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app makes of the secret on the page. */
function app(page: string) {
  const typed = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(' ', '');
  const bits = Array.from(typed, (c) => BASE32.indexOf(c).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  return { codeAt: (steps: number) => codeOf(secret, stepAt(new Date()) + steps) };
}

describe('a second factor', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await testOffice({ env: { SECOND_FACTOR_ROLES: 'signer' } });
  });
  afterAll(() => office?.close());
  beforeEach(async () => {
    await office.database.query('TRUNCATE totp_secrets, recovery_codes, tries, sessions');
  });

  const signIn = async (username: string) => {
    const browser = request.agent(office.address);
    const form = { username, password: SAMPLE_PASSWORD, to: '/board' };
    await browser.post('/session').type('form').send(form).expect(303);
    return browser;
  };
  const give = (browser: Browser, code: string) =>
    browser.post('/session/second-factor').type('form').send({ code, to: '/board' });
  const turnOn = async (username: string) => {
    const browser = await office.as(username);
    const phone = app((await browser.get('/account/totp').expect(200)).text);
    const answer = await browser
      .post('/account/totp')
      .type('form')
      .send({ code: phone.codeAt(-1) })
      .expect(201);
    const codes = [...answer.text.matchAll(/<code>([A-Z2-7-]+)<\/code>/g)].map(([, code]) => code!);
    return { browser, phone, codes };
  };

  it('is asked for from the moment the first code was right', async () => {
    const { phone, codes } = await turnOn('vanthu');
    expect(new Set(codes).size).toBe(10);
    const browser = await signIn('vanthu');
    const led = await browser.get('/board').expect(303);
    expect(led.headers.location).toBe('/signin/second-factor?to=%2Fboard');
    await browser.get('/api/dispatches').expect(401);
    expect((await give(browser, '000000').expect(422)).text).toContain('Mã không đúng');
    expect((await give(browser, phone.codeAt(0)).expect(303)).headers.location).toBe('/board');
    await browser.get('/board').expect(200);
  });

  it('takes no code twice', async () => {
    const { phone } = await turnOn('vanthu');
    const code = phone.codeAt(0);
    await give(await signIn('vanthu'), code).expect(303);
    await give(await signIn('vanthu'), code).expect(422);
  });

  it('gives the session another token, so that one from before is worth nothing', async () => {
    const { phone } = await turnOn('vanthu');
    const browser = await signIn('vanthu');
    const before = await office.database.query(
      `SELECT token_hash FROM sessions WHERE stage <> 'complete'`,
    );
    await give(browser, phone.codeAt(0)).expect(303);
    const after = await office.database.query('SELECT token_hash, previous_hash FROM sessions');
    expect(JSON.stringify(after)).not.toContain(before[0].token_hash);
  });

  it('can be a recovery code, once', async () => {
    const { codes } = await turnOn('vanthu');
    await give(await signIn('vanthu'), codes[3]!.toLowerCase().replaceAll('-', ' ')).expect(303);
    await give(await signIn('vanthu'), codes[3]!).expect(422);
    const clerk = await signIn('vanthu');
    await give(clerk, codes[4]!).expect(303);
    expect((await clerk.get('/account').expect(200)).text).toContain('Còn 8 mã dự phòng');
    await clerk.post('/account/recovery-codes').expect(201);
    await give(await signIn('vanthu'), codes[5]!).expect(422);
  });

  it('cannot be guessed: five wrong codes, then a pause', async () => {
    const { phone } = await turnOn('vanthu');
    const browser = await signIn('vanthu');
    for (let count = 0; count < 5; count++) await give(browser, '000000').expect(422);
    await give(browser, phone.codeAt(0)).expect(429);
  });

  it('is no way to keep the owner out: in a browser that was used before wrong codes count by themselves', async () => {
    const { browser: owner, phone } = await turnOn('vanthu');
    await owner.post('/session/end').expect(303);
    const thief = await signIn('vanthu');
    for (let count = 0; count < 5; count++) await give(thief, '000000').expect(422);
    await give(thief, '000000').expect(429);
    const form = { username: 'vanthu', password: SAMPLE_PASSWORD, to: '/board' };
    await owner.post('/session').type('form').send(form).expect(303);
    await give(owner, phone.codeAt(0)).expect(303);
  });

  it('is in the journal: on, used up, renewed, off', async () => {
    const { browser, codes } = await turnOn('lanhdao');
    await give(await signIn('lanhdao'), codes[0]!).expect(303);
    await browser.post('/account/recovery-codes').expect(201);
    await browser.post('/account/totp/removal').expect(303);
    await browser.post('/account/totp/removal').expect(303); // off already: no second fact
    const rows = await office.database.query(
      `SELECT verb FROM journal_entries JOIN accounts ON accounts.id = subject_id
       WHERE username = 'lanhdao' ORDER BY journal_entries.id`,
    );
    expect(rows.map(({ verb }: { verb: string }) => verb)).toEqual([
      'second-factor-on',
      'recovery-code-used',
      'recovery-codes-renewed',
      'second-factor-off',
    ]);
    expect((await browser.get('/account').expect(200)).text).toContain('Dùng một mã dự phòng');
  });

  it('goes with the password where a program signs in', async () => {
    const { phone } = await turnOn('vanthu');
    const enter = (code?: string) =>
      office.anyone
        .post('/api/session')
        .send({ username: 'vanthu', password: SAMPLE_PASSWORD, code });
    expect((await enter().expect(401)).body.type).toBe('second-factor');
    await enter(phone.codeAt(0)).expect(201);
  });

  it('is kept so that a copy of the database makes no codes', async () => {
    const { codes } = await turnOn('vanthu');
    const [{ sealed_secret }] = await office.database.query(
      'SELECT sealed_secret FROM totp_secrets',
    );
    expect(Buffer.from(sealed_secret, 'base64url')).toHaveLength(12 + 16 + 20);
    const kept = JSON.stringify(await office.database.query('SELECT * FROM recovery_codes'));
    for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
  });

  it('is turned off by its owner', async () => {
    const { browser } = await turnOn('vanthu');
    await browser.post('/account/totp/removal').expect(303);
    await (await signIn('vanthu')).get('/board').expect(200);
  });

  it('must be set up by a role that needs it, before anything else', async () => {
    const browser = await signIn('phogiamdoc');
    const led = await browser.get('/dispatches').expect(303);
    expect(led.headers.location).toBe('/account/totp?to=%2Fdispatches');
    for (const path of ['/account', '/account/keys/new', '/signin/second-factor', '/board']) {
      await browser.get(path).expect(303);
    }
    const { body } = await office.anyone
      .post('/api/session')
      .send({ username: 'phogiamdoc', password: SAMPLE_PASSWORD })
      .expect(401);
    expect(body.type).toBe('enrol');
    const phone = app((await browser.get('/account/totp').expect(200)).text);
    const form = { code: phone.codeAt(0), to: '/dispatches' };
    const codes = await browser.post('/account/totp').type('form').send(form).expect(201);
    expect(codes.text).toContain('href="/dispatches"');
    await browser.get('/dispatches').expect(200);
    const refused = await browser.post('/account/totp/removal').expect(409);
    expect(refused.text).toContain('nên không tắt được');
  });

  it('cannot be set up with a secret that somebody saw before', async () => {
    const thief = app((await (await signIn('phogiamdoc')).get('/account/totp')).text);
    const owner = await signIn('phogiamdoc');
    const phone = app((await owner.get('/account/totp')).text);
    expect(phone.codeAt(0)).not.toBe(thief.codeAt(0));
  });
});

it('names a role that there is', async () => {
  const env = { SECOND_FACTOR_ROLES: 'signatory' };
  await expect(testOffice({ env })).rejects.toThrow('không có vai trò signatory');
});
