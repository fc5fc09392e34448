import type { Browser as Chromium, Locator, Page } from 'playwright-core';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_PASSWORD } from '../../../../src/dev/sample/thai-binh/office.ts';
import { openBrowser } from '../../../support/browser.ts';
import { testOffice, type TestOffice } from '../../../support/office.ts';

/** People at their screens, in front of an office of 80 agencies. */
export interface ComposingDesk {
  office: TestOffice;
  /** A page of somebody who has signed in; what its scripts throw goes to `faults`. */
  open(username: string, width?: number): Promise<Page>;
  faults: string[];
  /** The draft that was written last. */
  stored(): Promise<{ id: string; revision: number; abstract: string; body: string }>;
  close(): Promise<void>;
}

export async function composingDesk(): Promise<ComposingDesk> {
  const office = await testOffice({ directory: scaledDirectory(80) });
  const chromium: Chromium = await openBrowser();
  const faults: string[] = [];
  return {
    office,
    faults,
    async open(username, width = 1280) {
      const context = await chromium.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => faults.push(message));
      await page.goto(`${office.address}/signin`);
      await page.fill('#username', username);
      await page.fill('#password', SAMPLE_PASSWORD);
      await page.click('main button.primary');
      await page.waitForURL((url) => url.pathname !== '/signin');
      return page;
    },
    async stored() {
      const [row] = await office.database.query(
        `SELECT id, revision, abstract, body FROM dispatches ORDER BY drafted_at DESC LIMIT 1`,
      );
      return row;
    },
    async close() {
      await chromium.close();
      await office.close();
    },
  };
}

/** Fills in what every draft must have, but for its body. */
export async function fillIn(page: Page): Promise<void> {
  await page.fill('#abstract', 'kiểm tra hệ thống truyền thanh');
  await page.fill('#symbol', 'STTTT-BCVT');
  await page.fill('[name="addressees[0][text]"]', 'Ủy ban nhân dân các huyện, thành phố');
}

/** The editor of the body, which comes when one scrolls to it. */
export async function bodyEditor(page: Page): Promise<Locator> {
  await page.locator('[for=body]').scrollIntoViewIfNeeded();
  const editor = page.locator('#body-editor');
  await editor.waitFor();
  return editor;
}
