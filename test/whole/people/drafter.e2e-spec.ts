import type { Browser as Chromium } from 'playwright-core';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { NO_BROWSER, openBrowser } from '../../support/browser.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { Person, screens } from './person.ts';

describeWhere(NO_BROWSER, 'a drafter', () => {
  let office: TestOffice;
  let chromium: Chromium;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    chromium = await openBrowser();
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  it.each(screens())('writes, mends and submits a dispatch $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    const abstract = `kiểm tra đài truyền thanh, soạn ${screen.screen}`;
    await person.signsIn('chuyenvien');
    await person.follows('Soạn văn bản');
    await person.sees('Kiểm tra thể thức');

    await person.writes('Trích yếu', abstract);
    await person.writes('Ký hiệu', 'chưa biết');
    const addressees = person.page.getByRole('group', { name: 'Kính gửi' });
    await person.writes('Chữ in', 'Ủy ban nhân dân các huyện, thành phố', addressees);
    await person.writes('Nội dung', 'Đề nghị các cơ quan kiểm tra đài truyền thanh./.');
    const copies = person.page.getByRole('group', { name: 'Nơi nhận' });
    await person.writes('Chữ in', 'Như trên', copies);
    await copies.getByLabel('Chữ in', { exact: true }).nth(1).fill('Lưu: VT, BCVT');
    await person.chooses('Người ký', { index: 1 });
    await person.presses('Lưu dự thảo');
    await person.sees('Chưa lưu. Có 1 chỗ cần sửa');
    expect(await person.page.getByLabel('Trích yếu').inputValue()).toBe(abstract);

    await person.writes('Ký hiệu', 'STTTT-BCVT');
    await person.presses('Lưu dự thảo');
    await person.sees('Mỗi nơi nhận một bản');
    expect(await person.downloads('Mở văn bản (PDF)')).toMatchObject({ type: 'application/pdf' });

    await person.presses('Trình ký');
    await person.sees('Đang chờ ký.');
    await person.follows('Văn bản đi');
    await person.writes(/^Số, trích yếu, nội dung/, 'dai truyen thanh');
    await person.presses('Tìm');
    await person.sees(`V/v ${abstract}`);
    await person.leaves();
  });
});
