import type { Page } from 'playwright-core';
import { describeWith } from '../../../engines/page/outside-tool.ts';
import { aDraft, draftedBy } from '../../../support/seed.ts';
import { composingDesk, type ComposingDesk } from './desk.ts';

const PARAGRAPHS = Array.from({ length: 30 }, (_, i) => `Đoạn thứ ${i + 1} của nội dung.`);
const BLANK = 'Đề nghị thực hiện trước ngày ... tháng ... năm 2024.';
const GROUP = 'Ủy ban nhân dân các huyện, thành phố';
const BODY = [...PARAGRAPHS, BLANK, 'Báo cáo kết quả về Sở./.'].join('\n\n');

describeWith(['chromium'], 'what the layout check finds', () => {
  let desk: ComposingDesk;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    desk = await composingDesk();
    const draft = await aDraft(desk.office, {
      body: BODY,
      addressees: [{ text: GROUP }, { text: 'Các đơn vị ... xã', to: GROUP }],
    });
    id = await draftedBy(await desk.office.as('chuyenvien'), draft);
    page = await desk.open('chuyenvien');
  });
  afterAll(() => desk?.close());

  /** What is marked in the editor, and whether one sees it. */
  const sought = async () => {
    const mark = page.locator('#body-editor .sought');
    await mark.waitFor();
    const { y, height } = (await mark.boundingBox())!;
    return { words: await mark.textContent(), isInSight: y > 0 && y + height < 800 };
  };
  const place = (name: string) => page.getByRole('link', { name });

  it('leads to the paragraph in the editor, where one goes on writing', async () => {
    await page.goto(`${desk.office.address}/dispatches/${id}/edit`);
    await place('Nội dung, đoạn 31').first().click();
    expect(await sought()).toEqual({ words: BLANK, isInSight: true });
    await page.keyboard.type('X');
    expect(await page.locator('#body').inputValue()).toContain(`\n\nX${BLANK}`);
    expect(await page.locator('.sought').count()).toBe(0);
  });

  it('leads to the lines of the paragraph in the source', async () => {
    await page.goto(`${desk.office.address}/dispatches/${id}/edit`);
    await page.locator('[for=body]').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Mã nguồn' }).click();
    await place('Nội dung, đoạn 31').first().click();
    const chosen = await page.locator('#body').evaluate((body: HTMLTextAreaElement) => {
      const { value, selectionStart, selectionEnd } = body;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(chosen).toContain(BLANK);
  });

  it('leads to the row of a list, whatever stands empty before it', async () => {
    await page.goto(`${desk.office.address}/dispatches/${id}/edit`);
    const row = (part: string) => page.locator(`[name="addressees[3][${part}]"]`);
    await row('text').fill('Các đơn vị ... khác');
    await row('to').fill(GROUP);
    await place('Kính gửi, dòng 3').first().click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      'Các đơn vị ... khác',
    );
  });

  it('leads from the page of the draft into its form', async () => {
    await page.goto(`${desk.office.address}/dispatches/${id}`);
    await place('Nội dung, đoạn 31').first().click();
    expect((await sought()).isInSight).toBe(true);
  });

  it('leads to the control where there is no JavaScript, and nobody else into the form', async () => {
    const drafter = await desk.office.as('chuyenvien');
    const { text } = await drafter.get(`/dispatches/${id}`).expect(200);
    const links = [...text.matchAll(/href="(\/dispatches\/[^"]*\/edit[^"]*#[^"]*)"/g)];
    expect(links.map(([, href]) => href)).toEqual(
      expect.arrayContaining([
        `/dispatches/${id}/edit?at=31#body`,
        `/dispatches/${id}/edit?at=2#addressees.1`,
      ]),
    );
    const form = await drafter.get(`/dispatches/${id}/edit`).expect(200);
    for (const control of ['body', 'addressees.1']) expect(form.text).toContain(`id="${control}"`);
    const leader = await desk.office.as('lanhdao');
    expect((await leader.get(`/dispatches/${id}`).expect(200)).text).not.toContain('/edit');
  });

  it('breaks nothing', () => expect(desk.faults).toEqual([]));
});
