import { existsSync } from 'node:fs';
import { chromium as playwright } from 'playwright-core';
import { bodyHtml, fontRules, STYLE } from './page-html.ts';
import type { Renderer } from './typst.ts';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A warm Chromium with one page open, printing tagged PDF; nothing where there is none. */
export async function chromium(): Promise<
  { render: Renderer; close(): Promise<void> } | undefined
> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? PATHS.find(existsSync);
  if (!executablePath) return undefined;
  const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="vi"><style>${fontRules()}${STYLE}</style><body>`,
  );
  return {
    render: async (document) => {
      await page.evaluate(
        `document.body.innerHTML = ${JSON.stringify(bodyHtml(document))}; document.fonts.ready`,
      );
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
      return { bytes: pdf.length };
    },
    close: () => browser.close(),
  };
}
