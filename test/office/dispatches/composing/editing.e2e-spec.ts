import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packageRoot } from '../../../../src/platform/process/package-root.ts';
import { describeWith } from '../../../engines/page/outside-tool.ts';
import { until } from '../../../support/until.ts';
import { bodyEditor, composingDesk, fillIn, type ComposingDesk } from './desk.ts';

const EDITOR = '#body-editor';
const source = (page: Page) => page.locator('#body').inputValue();

describeWith(['chromium'], 'the body of a draft in the editor', () => {
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
  it('is written as on paper and stored as Markdown', async () => {
    await fillIn(page);
    await page.click(EDITOR);
    await page.keyboard.type('Đề nghị ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('các cơ quan');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(':');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1. Rà soát;');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Báo cáo./.');
    expect(await source(page)).toBe('Đề nghị **các cơ quan**:\n\n1. Rà soát;\n\n2. Báo cáo./.');
    await page.waitForSelector('#saved:has-text("Đã lưu lúc")');
    const written = await source(page);
    await until('it is stored as written', async () => (await desk.stored()).body === written);
  });

  it('counts on when an item comes in between, and ends a list at an empty one', async () => {
    await page.keyboard.type('1. một');
    for (const text of ['hai', 'ba']) {
      await page.keyboard.press('Enter');
      await page.keyboard.type(text);
    }
    await page.locator(`${EDITOR} .item`).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('xen vào');
    expect(await source(page)).toBe('1. một\n\n2. xen vào\n\n3. hai\n\n4. ba');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hết');
    expect(await source(page)).toMatch(/4\. ba\n\nhết$/);
  });

  it('has tables that grow by the tabulator and by buttons', async () => {
    await page.keyboard.type('Bảng kê');
    await page.click('[aria-label="Chèn bảng"]');
    for (const text of ['Xã', 'Loa', 'Ghi chú', 'An Bình', '12', '']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.click('[aria-label="Bỏ hàng này"]');
    await page.locator(`${EDITOR} td`).nth(1).click();
    await page.click('[aria-label="Cột căn phải"]');
    await page.locator(`${EDITOR} td`).nth(2).click();
    await page.click('[aria-label="Bỏ cột này"]');
    expect(await source(page)).toBe('Bảng kê\n\n| Xã | Loa |\n|---|--:|\n| An Bình | 12 |');
  });

  it('is its source as well, whichever one writes in', async () => {
    await page.click('text=Mã nguồn');
    await page.fill('#body', '# Mục tiêu\n\n**Chữ đậm**');
    await page.click('text=Soạn thảo');
    await page.waitForSelector(`${EDITOR} .heading:has-text("Mục tiêu")`);
    await page.waitForSelector(`${EDITOR} strong:has-text("Chữ đậm")`);
  });

  it('keeps of what Word pastes what it may have, and says what was dropped', async () => {
    const html = readFileSync(
      join(packageRoot, 'test/office/dispatches/composing/word-clipboard.html'),
      'utf8',
    );
    await page.locator(EDITOR).evaluate((editor, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      editor.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, html);
    await until('it is pasted', async () => (await source(page)) !== '');
    expect((await source(page)).split('\n\n')).toEqual([
      'Thực hiện Kế hoạch số 45/KH-UBND, Sở **đề nghị các cơ quan**, đơn vị *khẩn trương* triển khai:',
      '1. Rà soát hệ thống truyền thanh.',
      'a) Cấp huyện',
      '- Báo cáo kết quả về Sở.',
      '| **Đơn vị** | **Số loa** |\n|---|---|\n| Xã An Bình | 12 |',
    ]);
    expect(await page.locator('.dropped').first().textContent()).toBe(
      'Đã bỏ: 3 cỡ chữ, 3 phông chữ, 1 màu chữ, 1 chỗ gạch chân, 1 liên kết (chữ được giữ), ' +
        '2 đoạn căn giữa hoặc căn phải, 1 ảnh.',
    );
  });

  it('broke no rule of the page, nor anything else, all along', () => {
    expect(desk.faults).toEqual([]);
    expect(refusals).toEqual([]);
  });
});
