import type { Page } from 'playwright-core';
import { describeWith } from '../../../engines/page/outside-tool.ts';
import { until } from '../../../support/until.ts';
import { bodyEditor, composingDesk, fillIn, type ComposingDesk } from './desk.ts';

describeWith(['chromium'], 'a draft in a browser', () => {
  let desk: ComposingDesk;
  let page: Page;

  beforeAll(async () => {
    desk = await composingDesk();
    page = await desk.open('chuyenvien', 360);
  });
  afterAll(() => desk?.close());

  const at = (path: string) => `${desk.office.address}${path}`;

  it('shows its page and whom it reaches, saves itself, and the button saves what came after', async () => {
    await page.goto(at('/dispatches/new'));
    await fillIn(page);
    // Before the last word came the answer said, in HTML, what was missing.
    const shown = page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/documents/preview') &&
        answer.headers()['content-type'] === 'application/pdf',
    );
    await (await bodyEditor(page)).fill('Đề nghị các cơ quan kiểm tra./.');
    await shown;
    await page.waitForSelector('.reach tfoot td:has-text("8")');
    await page.waitForSelector('#saved:has-text("Đã lưu lúc")');
    const first = await desk.stored();
    expect(first.abstract).toBe('kiểm tra hệ thống truyền thanh');
    expect(page.url()).toBe(at(`/dispatches/${first.id}/edit`));

    await page.fill('#abstract', 'kiểm tra đài truyền thanh');
    await until(
      'it saved itself again',
      async () => (await desk.stored()).revision > first.revision,
    );
    await page.fill('#abstract', 'kiểm tra đài truyền thanh cấp xã');
    await page.click('button:has-text("Lưu dự thảo")');
    await page.waitForURL(at(`/dispatches/${first.id}`));
    const last = await desk.stored();
    expect(last).toMatchObject({ id: first.id, abstract: 'kiểm tra đài truyền thanh cấp xã' });
    expect(desk.faults).toEqual([]);
  });

  it('is there again after the browser crashed, finished or not', async () => {
    const crashed = await desk.open('chuyenvien');
    await crashed.goto(at('/dispatches/new'));
    await crashed.fill('#abstract', 'tổng kết năm, mới gõ một nửa');
    await crashed.waitForSelector('#saved:has-text("Đã giữ bản đang gõ lúc")');
    await crashed.context().close();

    await page.goto(at('/dispatches/new'));
    await page.click('.unfinished:has-text("tổng kết năm") >> text=Mở lại');
    expect(await page.inputValue('#abstract')).toBe('tổng kết năm, mới gõ một nửa');
    await page.goto(at('/dispatches/new'));
    await page.click('.unfinished >> text=Bỏ');
    await page.waitForURL(at('/dispatches/new'));
    expect(await page.locator('.unfinished').count()).toBe(0);
  });

  it('tells two people of each other, and the second to save sees both versions', async () => {
    const { id } = await desk.stored();
    const other = await desk.open('vanthu');
    await other.goto(at(`/dispatches/${id}/edit`));
    await page.goto(at(`/dispatches/${id}/edit`));
    await page.waitForSelector('.notice:has-text("Nguyễn Thị Hạnh")');

    await other.fill('#abstract', 'bản của văn thư');
    await other.waitForSelector('#saved:has-text("Đã lưu lúc")');
    await page.fill('#abstract', 'bản của chuyên viên');
    await page.waitForSelector('#saved:has-text("Người khác vừa lưu dự thảo này")');
    await page.click('button:has-text("Lưu dự thảo")');
    await page.waitForSelector('[role=alert] >> text=Nguyễn Thị Hạnh đã lưu dự thảo này lúc');
    expect(await page.locator('p.compared ins').allTextContents()).toEqual(['chuyên', 'viên']);
    expect(await page.locator('p.compared del').allTextContents()).toEqual(['văn', 'thư']);
    expect(await page.inputValue('#abstract')).toBe('bản của chuyên viên');

    await page.click('button:has-text("Lưu dự thảo")');
    await page.waitForURL(at(`/dispatches/${id}`));
    expect((await desk.stored()).abstract).toBe('bản của chuyên viên');
    await page.goto(at(`/dispatches/${id}/versions`));
    await page.waitForSelector('.compared del:has-text("thư")');
    expect(desk.faults).toEqual([]);
  });

  it('is sent to whom one begins to type, with or without accents', async () => {
    await page.goto(at('/dispatches/new'));
    await page.locator('[name="copies[2][text]"]').pressSequentially('uy ban nhan dan cac x');
    const first = page.locator('#known-names [role=option]').first();
    await first.waitFor();
    expect(await first.textContent()).toMatch(/^Ủy ban nhân dân các xã.* \d+ nơi/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('[name="copies[2][text]"]')).toMatch(/^Ủy ban nhân dân các xã/);
    await page.waitForSelector('.reach td:has-text("Ủy ban nhân dân các xã")');
    expect(desk.faults).toEqual([]);
  });

  it('is kept nowhere when it has a secrecy mark', async () => {
    const drafter = await desk.office.as('chuyenvien');
    const id = '01999999-0000-7000-8000-000000000001';
    const { body } = await drafter
      .post(`/writings/${id}`)
      .accept('json')
      .send({ body: 'TUYỆT MẬT' })
      .expect(409);
    expect(body.title).toContain('không được lưu');
    const kept = await desk.office.database.query('SELECT 1 FROM writings WHERE id = $1', [id]);
    expect(kept).toEqual([]);
  });
});
