import { describeWith } from '../../../engines/page/outside-tool.ts';
import { bodyEditor, composingDesk, fillIn, type ComposingDesk } from './desk.ts';

describeWith(['chromium'], 'the page beside a draft', () => {
  let desk: ComposingDesk;
  beforeAll(async () => (desk = await composingDesk()));
  afterAll(() => desk?.close());

  it('says when it will be there until it is', async () => {
    const page = await desk.open('chuyenvien');
    await page.goto(`${desk.office.address}/dispatches/new`);
    const hint = page.getByText('Trang văn bản hiện ra ở đây');
    await hint.waitFor();
    await fillIn(page);
    await page.fill('[name="copies[0][text]"]', 'Lưu: VT');
    await (await bodyEditor(page)).fill('Đề nghị thực hiện./.');
    await page.locator('iframe.paper[src]:not(.coming)').waitFor();
    await hint.waitFor({ state: 'hidden' });
    expect(desk.faults).toEqual([]);
  });
});
