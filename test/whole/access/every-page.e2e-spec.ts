import axe from 'axe-core';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { ROLES, type Role } from '../../../src/office/accounts/account.entity.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { openBrowser, scales } from '../../support/browser.ts';
import { accessTable } from './access-table.ts';
import { VERB_OF } from './routes.ts';
import { PEOPLE, routesOf, twoOffices, type TwoOffices } from './two-offices.ts';
import { sampled } from '../../support/lane.ts';

const PHONE = { width: 360, height: 740 };
/** Transferred in all, the style sheet and the scripts with it. */
const MOST_BYTES = 100_000;

/** What a page of the office shows once something was issued. */
const OF_ISSUED = /\/dispatches\/:id\/(progress|journal|recall|record)/;

const isDocument = ({ pathname }: URL) => /\.pdf$|\/preview$/.test(pathname);

describeWith(['chromium'], 'every page', () => {
  let office: TwoOffices;
  let chromium: Chromium;
  let issued: string;
  let link: string;
  /** Pages that several roles share are looked at once. */
  const seen = new Set<string>();

  beforeAll(async () => {
    office = await twoOffices();
    chromium = await openBrowser();
    const [row] = await office.database.query('SELECT id, dispatch_id FROM recipients LIMIT 1');
    issued = row.dispatch_id;
    link = `/a/${linkToken(office.config.keys, row.id)}`;
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  /** Paths of the pages that this person may open; what is no page is left out when it is opened. */
  const pathsOf = (role: Role | 'anyone'): string[] => {
    const table = accessTable();
    const isTheirs = (verb: string) =>
      role === 'anyone'
        ? verb === 'anyone'
        : verb === 'own account' || table.get(verb)?.includes(role);
    const paths = routesOf(office)
      .filter((route) => /^GET \/(?!api\/|assets\/)/.test(route) && isTheirs(VERB_OF.get(route)!))
      .map((route) => route.slice('GET '.length))
      .filter((path) => !/\.\w+$|\/live$|:sha256|^\/(metrics|health|ready)|openid/.test(path));
    const filled = paths.map((path) =>
      OF_ISSUED.test(path) ? path.replace(':id', issued) : office.fill(path),
    );
    if (role === 'anyone') return [...filled.filter((path) => !path.includes('khong-co')), link];
    return filled.includes(`/dispatches/${office.ours.dispatch}`)
      ? [...filled, `/dispatches/${issued}`]
      : filled;
  };

  const signIn = async (page: Page, role: Role): Promise<void> => {
    await page.goto(`${office.address}/signin`);
    await page.fill('#username', PEOPLE[role]);
    await page.fill('#password', SAMPLE_PASSWORD);
    await page.click('main button.primary');
    await page.waitForURL((url) => url.pathname !== '/signin');
  };

  /** What is wrong with one page on a phone; nothing for what is not a page. */
  const faultsOf = async (context: BrowserContext, path: string): Promise<string[]> => {
    const page = await context.newPage();
    const faults: string[] = [];
    const weigh = scales(page);
    page.on('pageerror', ({ message }) => faults.push(message));
    try {
      const answer = await page.goto(`${office.address}${path}`, { waitUntil: 'load' });
      if (!answer!.headers()['content-type']?.startsWith('text/html')) return [];
      if (![200, 422].includes(answer!.status())) return [`HTTP ${answer!.status()}`];
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      for (const { id, nodes } of violations) faults.push(`${id}: ${nodes[0]!.html}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > PHONE.width) faults.push(`${width} px wide`);
      const bytes = await weigh();
      if (bytes > MOST_BYTES) faults.push(`${bytes} bytes`);
      return faults;
    } finally {
      await page.close();
    }
  };

  it.each(['anyone', ...ROLES] as const)(
    'that is looked at is fit for %s: axe, a phone, a slow line',
    async (role) => {
      const context = await chromium.newContext({ viewport: PHONE, bypassCSP: true });
      // The dispatch itself is looked at elsewhere; the browser's reader of PDF is slow and not ours.
      await context.route(isDocument, (route) => route.abort());
      const first = await context.newPage();
      if (role !== 'anyone') await signIn(first, role);
      const paths = pathsOf(role).filter((path) => !seen.has(path));
      for (const path of paths) seen.add(path);
      const wrong: Record<string, string[]> = {};
      for (const path of sampled(paths, 3)) {
        const faults = await faultsOf(context, path);
        if (faults.length > 0) wrong[path] = faults;
      }
      await context.close();
      expect(wrong).toEqual({});
    },
    240_000,
  );

  it('was looked at, or is in another lane', () => {
    expect(seen.size).toBeGreaterThan(40);
  });
});
