// Makes every picture of README.md and of docs/huong-dan: npm run pictures
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import UPNG from 'upng-js';
import type { Browser, BrowserContext } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../../src/dev/sample/thai-binh/office.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { openVietnameseBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { makeScratch, scratchFolder } from '../support/scratch.ts';
import { busyOffice, type BusyOffice } from './busy-office.ts';
import { shots, type Shot } from './shots.ts';

const COLOURS = 64;
const MOST_BYTES = 150_000;
const MOST_IN_ALL = 4_000_000;
const SIZES = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

const out = join(packageRoot, 'docs/huong-dan/hinh');
const only = process.argv[2] && new RegExp(process.argv[2]);

const scratch = await makeScratch();
const folder = await scratchFolder();
const office = await busyOffice(await scratchFolder(), await freePort());
const chromium = await openVietnameseBrowser();
try {
  await expectVietnamese(chromium);
  if (!only) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  if (!only) await printDispatch(office);
  const bytes = await takeAll(chromium, office);
  if (bytes > MOST_IN_ALL) throw new Error(`${bytes} bytes of pictures`);
} finally {
  await chromium.close();
  await office.stop();
  await scratch.remove();
}

/** A browser without its Vietnamese words would be seen in every picture of a date or a file. */
async function expectVietnamese(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.setContent('<input required>');
  const asked = await page.locator('input').evaluate((input) => {
    return (input as HTMLInputElement).validationMessage;
  });
  await page.close();
  if (/[a-z]/i.test(asked) && !/[ăâđêôơưà-ỹ]/i.test(asked)) {
    throw new Error(`The browser speaks no Vietnamese (“${asked}”): install chromium-l10n`);
  }
}

/** The page itself, as everyone gets it. */
async function printDispatch({ address, things }: BusyOffice): Promise<void> {
  const answer = await fetch(`${address}${things.link}/document.pdf`);
  drawPage(Buffer.from(await answer.arrayBuffer()), join(packageRoot, 'docs/dispatch'));
}

/** The first page as IMAGE.png. */
function drawPage(pdf: Buffer, image: string): void {
  const file = join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', file, image]);
}

async function takeAll(browser: Browser, office: BusyOffice): Promise<number> {
  let bytes = 0;
  for (const size of ['wide', 'phone'] as const) {
    const contexts = new Map<string, BrowserContext>();
    for (const shot of shots(office)) {
      if ((size === 'phone' && !shot.phone) || (only && !only.test(shot.name))) continue;
      const key = shot.by ?? 'anyone';
      const context = contexts.get(key) ?? (await contextOf(browser, office, shot.by, size));
      contexts.set(key, context);
      bytes += await take(context, shot, size);
    }
    for (const context of contexts.values()) await context.close();
  }
  return bytes;
}

async function contextOf(
  browser: Browser,
  { address, recipient }: BusyOffice,
  by: string | undefined,
  size: 'wide' | 'phone',
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: SIZES[size],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    deviceScaleFactor: 1,
  });
  await showDocuments(context);
  if (!by) return context;
  const page = await context.newPage();
  await page.goto('/signin');
  await page.getByLabel('Tên đăng nhập').fill(by);
  const password = by === recipient.username ? recipient.password : SAMPLE_PASSWORD;
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/signin');
  await page.close();
  return context;
}

/** A browser without a window shows no PDF: its first page is drawn in its place. */
async function showDocuments(context: BrowserContext): Promise<void> {
  await context.route(/document\.pdf$|documents\/preview$/, async (route) => {
    const image = join(folder, 'page');
    drawPage(await (await route.fetch()).body(), image);
    const source = readFileSync(`${image}.png`).toString('base64');
    await route.fulfill({
      contentType: 'text/html',
      body: `<body style="margin:0;background:#fff"><img src="data:image/png;base64,${source}" style="width:100%">`,
    });
  });
}

async function take(context: BrowserContext, shot: Shot, size: 'wide' | 'phone'): Promise<number> {
  const page = await context.newPage();
  await page.goto(shot.path);
  await shot.first?.(page);
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > SIZES[size].width) process.stderr.write(`${shot.name} ${size}: ${wide} px wide\n`);
  const path = join(out, `${shot.name}${size === 'phone' ? '-dt' : ''}.png`);
  const most = shot.height?.[size] ?? SIZES[size].height * 1.6;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.evaluate(() => window.scrollTo(0, 0));
  const top = shot.from ? (await page.locator(shot.from).boundingBox())!.y - 16 : 0;
  const clip = { x: 0, y: top, width: SIZES[size].width, height: Math.min(height - top, most) };
  const bytes = writeSmall(path, await page.screenshot({ fullPage: true, clip }));
  await page.close();
  process.stderr.write(`${shot.name} ${size} ${Math.round(bytes / 1000)} kB\n`);
  if (bytes > MOST_BYTES) {
    process.stderr.write(`${path}: more than ${MOST_BYTES} bytes\n`);
    process.exitCode = 1;
  }
  return bytes;
}

/** Few colours are enough for a page of text; returns the bytes of the file. */
function writeSmall(path: string, png: Buffer): number {
  const image = UPNG.decode(new Uint8Array(png).buffer);
  const small = UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS);
  writeFileSync(path, Buffer.from(small));
  return small.byteLength;
}
