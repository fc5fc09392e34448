import type { Browser as Chromium, BrowserContext, Locator, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { sampled } from '../../support/lane.ts';

/** What a person has before them, and whether scripts run. */
const SCREENS = [
  { screen: 'on a desktop', width: 1280, scripts: true },
  { screen: 'on a desktop without JavaScript', width: 1280, scripts: false },
  { screen: 'on a phone', width: 360, scripts: true },
  { screen: 'on a phone without JavaScript', width: 360, scripts: false },
] as const;

export type Screen = (typeof SCREENS)[number];

/** The screens a story is told on; in the gate a desktop with scripts and a phone without. */
export const screens = (): Screen[] =>
  sampled(SCREENS, ({ width, scripts }) => scripts === width > 1000);

/** The reader of PDF is the browser's own and slow; stories fetch documents instead. */
const isDocument = ({ pathname }: URL) => /\.pdf$|\/preview$/.test(pathname);

/** Somebody before a screen: finds everything by the words that are written there. */
export class Person {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly width: number,
    private readonly faults: string[],
  ) {}

  static async before(chromium: Chromium, address: string, screen: Screen): Promise<Person> {
    const context = await chromium.newContext({
      baseURL: address,
      viewport: { width: screen.width, height: 780 },
      javaScriptEnabled: screen.scripts,
    });
    await context.route(isDocument, (route) => route.abort());
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    return new Person(context, page, screen.width, faults);
  }

  async signsIn(username: string, password = SAMPLE_PASSWORD): Promise<void> {
    await this.opens('/signin');
    await this.writes('Tên đăng nhập', username);
    await this.writes('Mật khẩu', password);
    await this.presses('Đăng nhập');
    await this.sees('Đăng xuất');
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(path);
    await this.fits();
  }

  async follows(link: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: link }).first().click();
  }

  async presses(button: string, where: Locator | Page = this.page): Promise<void> {
    await where.getByRole('button', { name: button, exact: true }).first().click();
  }

  async unfolds(summary: string, where: Locator | Page = this.page): Promise<void> {
    await where.locator('summary', { hasText: summary }).first().click();
  }

  async writes(label: string | RegExp, text: string, where: Locator | Page = this.page) {
    await where.getByLabel(label, { exact: true }).first().fill(text);
  }

  async chooses(label: string, option: string | { index: number }): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).first().selectOption(option);
  }

  async ticks(label: string | RegExp): Promise<void> {
    await this.page.getByLabel(label).first().check();
  }

  /** Waits for these words, wherever they stand, and looks whether the page fits the screen. */
  async sees(words: string | RegExp, where: Locator | Page = this.page): Promise<void> {
    await where.getByText(words).filter({ visible: true }).first().waitFor();
    await this.fits();
  }

  /** The file behind a link, as this person gets it. */
  async downloads(link: string | RegExp): Promise<{ type: string; size: number }> {
    const href = await this.page.getByRole('link', { name: link }).first().getAttribute('href');
    const answer = await this.context.request.get(href!);
    if (!answer.ok()) throw new Error(`${href}: HTTP ${answer.status()}`);
    return { type: answer.headers()['content-type']!, size: (await answer.body()).length };
  }

  async leaves(): Promise<void> {
    await this.context.close();
    if (this.faults.length > 0) throw new Error(this.faults.join('\n'));
  }

  private async fits(): Promise<void> {
    await this.page.waitForLoadState(); // without its style sheet no page fits
    const tooWide = await this.page.evaluate((width) => {
      if (document.documentElement.scrollWidth <= width) return [];
      const all = [...document.querySelectorAll('body *:not(.scroll *)')];
      const wide = all.filter((element) => element.getBoundingClientRect().right > width);
      return ['the page', ...wide.map((element) => element.outerHTML.slice(0, 120))];
    }, this.width);
    if (tooWide.length > 0) throw new Error(`${this.page.url()}: too wide: ${tooWide.at(-1)}`);
  }
}
