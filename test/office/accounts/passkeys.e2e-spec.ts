import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { NO_BROWSER, openBrowser } from '../../support/browser.ts';
import { freePort } from '../../support/free-port.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';

describeWhere(NO_BROWSER, 'a passkey', () => {
  let office: TestOffice;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let devices: CDPSession;
  let device: string;
  let site: string;

  beforeAll(async () => {
    const port = await freePort();
    site = `http://localhost:${port}`;
    office = await testOffice({ port, env: { PUBLIC_URL: site, SECOND_FACTOR_ROLES: 'signer' } });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  /** A browser with a fingerprint reader in it: Chromium's virtual authenticator. */
  beforeEach(async () => {
    await office.database.query('TRUNCATE passkeys, passkey_challenges, sessions, totp_secrets');
    context = await browser.newContext({ locale: 'vi-VN' });
    page = await context.newPage();
    devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const added = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        automaticPresenceSimulation: true,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    device = added.authenticatorId;
  });
  afterEach(() => context.close());

  async function enter(username: string): Promise<void> {
    await page.goto(`${site}/signin?to=/account`);
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByLabel('Mật khẩu').fill(SAMPLE_PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  }

  async function addPasskey(): Promise<void> {
    await page.getByLabel('Tên khóa mới').fill('Máy ở cơ quan');
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await page.getByText('Máy ở cơ quan', { exact: true }).waitFor();
  }

  const signOut = async () => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL(`${site}/signin`);
  };
  const use = () => page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();

  it('signs in without a password', async () => {
    await enter('vanthu');
    await addPasskey();
    await signOut();
    await page.goto(`${site}/signin?to=/board`);
    await use();
    await page.waitForURL(`${site}/board`);
    const [{ how, stage }] = await office.database.query('SELECT how, stage FROM sessions');
    expect({ how, stage }).toEqual({ how: 'passkey', stage: 'complete' });
    const { credentials } = await devices.send('WebAuthn.getCredentials', {
      authenticatorId: device,
    });
    const [stored] = await office.database.query('SELECT counter::int, used_at FROM passkeys');
    expect(stored.counter).toBe(credentials[0]!.signCount);
    expect(stored.used_at).not.toBeNull();
  });

  it('is not taken from a device that did not ask for finger or PIN', async () => {
    await enter('vanthu');
    await addPasskey();
    await signOut();
    await devices.send('WebAuthn.setUserVerified', {
      authenticatorId: device,
      isUserVerified: false,
    });
    await page.goto(`${site}/signin`);
    await use();
    await page.getByText('Thiết bị chưa cho dùng khóa truy cập.').waitFor();
    expect(await office.database.query('SELECT 1 FROM sessions')).toEqual([]);
  });

  it('opens nothing after it is removed', async () => {
    await enter('vanthu');
    await addPasskey();
    await page.getByRole('button', { name: 'Xóa khóa Máy ở cơ quan' }).click();
    await page.getByText('Máy ở cơ quan', { exact: true }).waitFor({ state: 'detached' });
    await signOut();
    await page.goto(`${site}/signin`);
    await use();
    await page.getByText('Khóa truy cập không được chấp nhận.').waitFor();
    const rows = await office.database.query(
      `SELECT verb, details->>'name' AS name FROM journal_entries
       WHERE verb LIKE 'passkey%' ORDER BY id DESC LIMIT 2`,
    );
    expect(rows).toEqual([
      { verb: 'passkey-removed', name: 'Máy ở cơ quan' },
      { verb: 'passkey-added', name: 'Máy ở cơ quan' },
    ]);
  });

  it('opens nothing of an account that was closed, and says the same', async () => {
    await enter('lanhdao');
    await addPasskey();
    await signOut();
    await office.database.query(`UPDATE accounts SET closed_at = now() WHERE username = 'lanhdao'`);
    await page.goto(`${site}/signin`);
    await use();
    await page.getByText('Khóa truy cập không được chấp nhận.').waitFor();
    expect(await office.database.query('SELECT 1 FROM sessions')).toEqual([]);
  });

  it('answers a challenge once', async () => {
    await enter('vanthu');
    await addPasskey();
    await signOut();
    const answers: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/signin/passkey')) answers.push(request.postData()!);
    });
    await page.goto(`${site}/signin`);
    await use();
    await page.waitForURL(`${site}/desk`);
    const replayed = await office.anyone
      .post('/signin/passkey')
      .set('Content-Type', 'application/json')
      .send(answers[0])
      .expect(409);
    expect(replayed.text).toContain('không được chấp nhận');
  });

  it('is enough for a role that needs two factors, and then the password alone is not', async () => {
    const [{ id }] = await office.database.query(
      `SELECT id FROM accounts WHERE username = 'phogiamdoc'`,
    );
    await enter('phogiamdoc');
    expect(page.url()).toContain('/account/totp');
    // Set up while it was not required yet.
    await office.database.query(`UPDATE sessions SET stage = 'complete' WHERE account_id = $1`, [
      id,
    ]);
    await page.goto(`${site}/account`);
    await addPasskey();
    await signOut();
    await enter('phogiamdoc');
    expect(page.url()).toContain('/signin/second-factor');
    await use();
    await page.waitForURL(`${site}/account`);
  });
});
