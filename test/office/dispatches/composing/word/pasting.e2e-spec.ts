import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { packageRoot } from '../../../../../src/platform/process/package-root.ts';
import { describeWith } from '../../../../engines/page/outside-tool.ts';
import { until } from '../../../../support/until.ts';
import { bodyEditor, composingDesk, fillIn, type ComposingDesk } from '../desk.ts';
import { paste } from './clipboard.ts';
import { clipboards } from './clipboards.ts';

const READER = /\/assets\/[0-9a-f]{12}\/paste-reader\.js(?:\?\d+)?$/;
const EDITOR = '#body-editor';
const WORD = '<p class=MsoNormal><b style=\'font-family:".VnTime"\'>Së X©y dùng</b></p>';
const source = (page: Page) => page.locator('#body').inputValue();
const told = (page: Page) => page.locator('.dropped').first();

describeWith(['chromium'], 'what other programs put on the clipboard, pasted into a draft', () => {
  let desk: ComposingDesk;
  let page: Page;
  const refusals: string[] = [];

  beforeAll(async () => {
    desk = await composingDesk();
    page = await desk.open('chuyenvien');
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) refusals.push(message.text());
    });
  });
  afterAll(() => desk?.close());
  beforeEach(async () => {
    await page.goto(`${desk.office.address}/dispatches/new`);
    await (await bodyEditor(page)).click();
  });
  afterEach(() => page.unroute(READER));

  it.each(clipboards)('$file', async ({ file, blocks, told: words }) => {
    const html = readFileSync(
      join(packageRoot, 'test/office/dispatches/composing/word/clipboard', file),
      'utf8',
    );
    await paste(page, html);
    await page.waitForSelector('.dropped:has-text("Đã bỏ")');
    const written = (await source(page)).split('\n\n');
    const first = written.indexOf(blocks[0]!);
    expect(written.slice(first, first + blocks.length)).toEqual(blocks);
    if (!file.startsWith('libreoffice')) expect(written).toEqual(blocks);
    expect(await told(page).textContent()).toBe(words);
  });

  it('brings its reader with the first that is not plain text, once', async () => {
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (READER.test(request.url())) fetched.push(request.url());
    });
    await paste(page, '', 'Chữ thuần.');
    expect(await source(page)).toBe('Chữ thuần.');
    expect(fetched).toEqual([]);
    for (const expected of ['Chữ thuần.**Sở Xây dựng**', 'Chữ thuần.**Sở Xây dựngSở Xây dựng**']) {
      await paste(page, WORD);
      await until('it is pasted', async () => (await source(page)) === expected);
    }
    expect(fetched).toHaveLength(1);
  });

  it('keeps its place while one goes on typing before the reader has come', async () => {
    const held = heldReader(page);
    await page.keyboard.type('Trước ; sau');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft');
    await paste(page, WORD);
    await page.waitForSelector('.dropped:has-text("Đang đọc")');
    await page.keyboard.type(' (gõ tiếp)');
    await (await held).continue();
    await until(
      'it is pasted',
      async () => (await source(page)) === 'Trước **Sở Xây dựng** (gõ tiếp); sau',
    );
  });

  it('is in the draft that is saved while the reader is still coming', async () => {
    await fillIn(page);
    await page.click(EDITOR);
    const held = heldReader(page);
    await paste(page, WORD);
    await page.waitForSelector('.dropped:has-text("Đang đọc")');
    await page.click('form#draft button[type=submit].primary, form#draft button.primary');
    await (await held).continue();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await until('it is stored', async () => (await desk.stored()).body === '**Sở Xây dựng**');
  });

  it('is plain text with a word about it when the reader does not come, and whole the next time', async () => {
    await page.route(READER, (route) => route.abort());
    await paste(page, WORD, 'Së X©y dùng\r\nB¸o c¸o');
    await page.waitForSelector('.dropped:has-text("Đã dán chữ thuần")');
    expect(await source(page)).toBe('Së X©y dùng\n\nB¸o c¸o');
    await page.unroute(READER);
    await page.keyboard.press('Control+z');
    await paste(page, WORD, 'Së X©y dùng');
    await until('it is read', async () => (await source(page)) === '**Sở Xây dựng**');
  });

  it('is not lost in silence when there is no plain text either', async () => {
    await page.route(READER, (route) => route.abort());
    await paste(page, WORD);
    await page.waitForSelector('.dropped:has-text("Chưa dán được")');
    expect(await source(page)).toBe('');
  });

  it('is read however deep it is nested', async () => {
    await paste(page, `${'<span>'.repeat(2_000)}Sâu${'</span>'.repeat(2_000)}`);
    await until('it is pasted', async () => (await source(page)) === 'Sâu');
  });

  it('broke no rule of the page, nor anything else, all along', () => {
    expect(desk.faults).toEqual([]);
    expect(refusals).toEqual([]);
  });
});

/** The reader's request, which waits until the test lets it go on. */
function heldReader(page: Page): Promise<Route> {
  return new Promise((resolve) => void page.route(READER, resolve));
}
