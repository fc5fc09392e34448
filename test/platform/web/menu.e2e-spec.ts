import type { Browser, Page } from 'playwright-core';
import { ROLES, type Role } from '../../../src/office/accounts/account.entity.ts';
import { assets } from '../../../src/platform/web/assets.ts';
import { page as pageOf } from '../../../src/platform/web/page.tsx';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { openBrowser } from '../../support/browser.ts';

const PERSON = {
  fullName: 'Nguyễn Thị Thanh Phương Anh',
  post: 'Phó Chánh Văn phòng',
  office: { name: 'Sở Thông tin và Truyền thông tỉnh Thái Bình' },
};
/** Each role by itself, and one person who has all that an office gives. */
const PEOPLE: [string, Role[]][] = [
  ...ROLES.map((role): [string, Role[]] => [role, [role]]),
  ['everything at once', ROLES.filter((role) => role !== 'recipient')],
];

const shown = (roles: Role[]): string =>
  pageOf({ title: 'Menu', account: { ...PERSON, roles }, current: 'calendar' }, 'Nội dung').replace(
    '</head>',
    `<style>${assets['style.css']!.bytes.toString()}</style></head>`,
  );

describeWith(['chromium'], 'The menu', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  });
  afterAll(() => browser?.close());

  const open = async (roles: Role[], width: number) => {
    await page.setViewportSize({ width, height: 700 });
    await page.setContent(shown(roles));
  };
  const overflows = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

  it.each(PEOPLE)('is one line for %s on every desktop', async (_, roles) => {
    for (const width of [1024, 1100, 1280, 1366]) {
      await open(roles, width);
      const entries = page.locator('nav > a, nav > details > summary');
      const boxes = await Promise.all((await entries.all()).map((entry) => entry.boundingBox()));
      const rows = new Set(boxes.map((box) => Math.round(box!.y)));
      expect([...rows]).toHaveLength(1);
      expect(await overflows()).toBe(false);
    }
  });

  it.each(PEOPLE)(
    'shows %s all its entries without JavaScript, also on a phone',
    async (_, roles) => {
      for (const width of [360, 1024]) {
        await open(roles, width);
        const further = page.locator('summary', { hasText: 'Mục khác' });
        if (!roles.includes('recipient')) {
          expect(await page.locator('nav a', { hasText: 'Lịch' }).isVisible()).toBe(false);
          await further.click();
          expect(await page.locator('nav a[aria-current]').innerText()).toBe('Lịch');
        }
        for (const link of await page.locator('nav a').all()) {
          const { x, width: own } = (await link.boundingBox())!;
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + own).toBeLessThanOrEqual(width);
        }
        expect(await overflows()).toBe(false);
      }
    },
  );
});
