import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser as Chromium, Page } from 'playwright-core';
import { fill } from '../../../../src/dev/bench/board/fill.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { SAMPLES } from '../../../../src/dev/sample/samples.ts';
import { describeWith, run } from '../../../engines/page/outside-tool.ts';
import { openBrowser } from '../../../support/browser.ts';
import { testOffice, type TestOffice } from '../../../support/office.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const LONG = 'tăng cường phòng, chống lừa đảo trên không gian mạng '.repeat(8).slice(0, 400).trim();

describe.each(SAMPLES)('the leaders’ board on paper', (sample) => {
  describeWith(['chromium', 'pdfinfo', 'pdftotext'], `of ${sample.key}`, () => {
    let office: TestOffice;
    let chromium: Chromium;
    let page: Page;

    beforeAll(async () => {
      const directory = scaledDirectory(sample === SAMPLES[0] ? 80 : 562, sample);
      office = await testOffice({ sample, directory });
      await fill(office.database, { dispatches: 60, recipients: 30, newest: 30, weeks: 12 });
      chromium = await openBrowser();
      page = await (await chromium.newContext()).newPage();
      await page.goto(`${office.address}/signin`);
      await page.fill('#username', 'lanhdao');
      await page.fill('#password', sample.password);
      await page.click('main button.primary');
      await page.waitForURL((url) => url.pathname !== '/signin');
    });
    const areas = new Set(sample.places().flatMap(({ area }) => area ?? [])).size;
    afterAll(async () => {
      await chromium?.close();
      await office?.close();
    });

    const printed = async (): Promise<{ pages: number; text: string }> => {
      await page.goto(`${office.address}/board`);
      const file = join(await scratchFolder(), 'board.pdf');
      await writeFile(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
      const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))![1]);
      return { pages, text: run('pdftotext', '-layout', file, '-') };
    };

    it.each([
      { of: 'short names', abstract: 'kiểm tra' },
      { of: 'names of 400 characters', abstract: LONG },
    ])('is two pages of $of', async ({ abstract }) => {
      await office.database.query('UPDATE dispatches SET abstract = $1', [abstract]);
      const { pages, text } = await printed();
      expect(pages).toBe(2);
      const [drawn, listed] = text.split('\f');
      expect(drawn).toContain('Theo loại cơ quan');
      expect(drawn!.match(/Khu vực \S+.* đúng hạn/g) ?? []).toHaveLength(areas);
      expect(drawn).toContain('Cơ quan còn nợ trả lời');
      expect(listed).toContain('Văn bản mới phát hành');
      expect(listed!.match(/^\s*\d+\/\S+/gm)).toHaveLength(25);
      expect(listed).toContain('danh sách đầy đủ ở Sổ văn bản đi');
      expect(text).not.toMatch(/Đăng xuất|Số liệu theo tuần|Kiểm tra văn bản là thật/);
    });
  });
});
