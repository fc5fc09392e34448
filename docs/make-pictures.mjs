// Makes the pictures of README.md from what `npm run demo -- --out DIR` left:
//   node docs/make-pictures.mjs DIR
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const out = process.argv[2] ?? 'out';
const port = 3977;
const address = `http://localhost:${port}`;

execFileSync('pdftoppm', [
  '-r',
  '80',
  '-png',
  '-singlefile',
  `${out}/dispatch.pdf`,
  'docs/dispatch',
]);

const system = spawn(process.execPath, ['dist/src/start.js'], {
  env: { ...process.env, DATA_DIR: `${out}/data`, PORT: String(port), MAILBOX_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
for await (const line of createInterface(system.stdout)) if (line.includes(address)) break;
system.stdout.resume();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1120, height: 800 } });
await page.goto(`${address}/signin?to=/board`);
await page.fill('#username', 'lanhdao');
await page.fill('#password', 'thai-binh-2024');
await page.click('button.primary');
await page.click('.board a');
await page.waitForLoadState();
await page.screenshot({ path: 'docs/board.png' });
await browser.close();
system.kill('SIGINT');
await once(system, 'exit');
