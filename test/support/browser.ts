import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What is missing for stories in a real browser: `describeWhere(NO_BROWSER, …)`. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? PATHS.find(existsSync);
export const NO_BROWSER = CHROMIUM ? [] : ['chromium'];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
