import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What is missing for stories in a real browser: `describeWhere(NO_BROWSER, …)`. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? PATHS.find(existsSync);
export const NO_BROWSER = CHROMIUM ? [] : ['chromium'];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

/** As people here have it, its own words and dates in Vietnamese; on Debian that needs chromium-l10n. */
export const openVietnameseBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--lang=vi'],
    env: { ...process.env, LANGUAGE: 'vi' },
  });

/** Begins to weigh what a page transfers; ask for the bytes so far, heads included. */
export function scales(page: Page): () => Promise<number> {
  const answers: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    const bytes = request
      .sizes()
      .then((sizes) => sizes.responseHeadersSize + sizes.responseBodySize);
    answers.push(bytes);
  });
  return async () => (await Promise.all(answers)).reduce((sum, bytes) => sum + bytes, 0);
}
