import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../support/browser.ts';

/** Somebody at a browser with a fingerprint reader: Chromium's virtual authenticator, on the real time. */
export class PasskeyHolder {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly site: string,
    private readonly username: string,
  ) {}

  static async before(site: string, username: string): Promise<PasskeyHolder> {
    const browser = await openBrowser();
    const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        automaticPresenceSimulation: true,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    return new PasskeyHolder(browser, page, site, username);
  }

  async signsInWithPassword(password: string): Promise<void> {
    await this.page.goto(`${this.site}/signin?to=/account`);
    await this.page.getByLabel('Tên đăng nhập').fill(this.username);
    await this.page.getByLabel('Mật khẩu').fill(password);
    await this.page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await this.page.waitForURL(`${this.site}/account`);
  }

  async adds(name: string): Promise<void> {
    await this.page.getByLabel('Tên khóa mới').fill(name);
    await this.page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await this.page.getByText(name, { exact: true }).waitFor();
  }

  /** The session that he had is over, and his key opens no other. */
  async isRefused(): Promise<void> {
    await this.page.goto(`${this.site}/account`);
    await this.page.waitForURL(`${this.site}/signin?**`);
    await this.page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await this.page.getByText('Khóa truy cập không được chấp nhận.').waitFor();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
