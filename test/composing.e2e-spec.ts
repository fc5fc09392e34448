import type { Browser as Chromium, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../src/embedded/sample/sample-office.ts';
import { scaledDirectory } from '../src/embedded/sample/sample-directory.ts';
import { describeWith } from './documents/outside-tool.ts';
import { openBrowser } from './support/browser.ts';
import { testOffice, type TestOffice } from './support/office.ts';
import { until } from './support/until.ts';

describeWith(['chromium'], 'composing in a browser', () => {
  let office: TestOffice;
  let chromium: Chromium;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    chromium = await openBrowser();
    page = await chromium.newPage({ viewport: { width: 360, height: 780 } });
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${office.address}/signin`);
    await page.fill('#username', 'chuyenvien');
    await page.fill('#password', SAMPLE_PASSWORD);
    await page.click('main button.primary');
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  const stored = () =>
    office.database.query(
      `SELECT id, revision, abstract FROM dispatches ORDER BY drafted_at DESC LIMIT 1`,
    );

  it('shows the page and whom it reaches, saves itself, and the button saves what came after', async () => {
    await page.goto(`${office.address}/dispatches/new`);
    await page.fill('#abstract', 'kiểm tra hệ thống truyền thanh');
    await page.fill('#symbol', 'STTTT-BCVT');
    await page.fill('[name="addressees[0][text]"]', 'Ủy ban nhân dân các huyện, thành phố');
    const shown = page.waitForResponse((answer) => answer.url().endsWith('/documents/preview'));
    await page.fill('#body', 'Đề nghị các cơ quan kiểm tra./.');
    expect((await shown).headers()['content-type']).toBe('application/pdf');
    await page.waitForSelector('.reach tfoot td:has-text("8")');
    await page.waitForSelector('#saved:has-text("Đã tự lưu lúc")');
    const [first] = await stored();
    expect(first.abstract).toBe('kiểm tra hệ thống truyền thanh');
    expect(page.url()).toBe(`${office.address}/dispatches/${first.id}/edit`);

    await page.fill('#abstract', 'kiểm tra đài truyền thanh');
    await until('it saved itself again', async () => (await stored())[0].revision === 2);
    await page.fill('#abstract', 'kiểm tra đài truyền thanh cấp xã');
    await page.click('button:has-text("Lưu dự thảo")');
    await page.waitForURL(`${office.address}/dispatches/${first.id}`);
    const [last] = await stored();
    expect(last).toMatchObject({ id: first.id, abstract: 'kiểm tra đài truyền thanh cấp xã' });
    expect(faults).toEqual([]);
  });

  it('tells at once that somebody else has saved, and keeps what was typed', async () => {
    const [{ id }] = await stored();
    await page.goto(`${office.address}/dispatches/${id}/edit`);
    const clerk = await office.as('vanthu');
    const { body } = await clerk.get(`/api/dispatches/${id}`);
    const lines = (section: string) =>
      body.lines
        .filter((line: { section: string }) => line.section === section)
        .map(({ text }: { text: string }) => ({ text }));
    const draft = { ...body, addressees: lines('addressee'), copies: lines('copy') };
    for (const key of ['mandateId', 'circulation', 'typistMark']) delete draft[key];
    await clerk.put(`/api/dispatches/${id}`).send(draft).expect(200);
    await page.fill('#abstract', 'điều đang gõ dở');
    await page.waitForSelector('#saved:has-text("Người khác vừa lưu dự thảo này")');
    expect(await page.inputValue('#abstract')).toBe('điều đang gõ dở');
  });
});
