import type { Page } from 'playwright-core';

/** Puts on the clipboard what another program would, and pastes it with the keys into what has the focus. */
export async function paste(page: Page, html: string, text = ''): Promise<void> {
  const given = [
    ['text/html', html],
    ['text/plain', text],
  ] as const;
  await page.evaluate((types) => {
    const copy = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, data] of types) if (data) event.clipboardData!.setData(type, data);
    };
    document.addEventListener('copy', copy, { once: true, capture: true });
  }, given);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
}
