import type { Browser as Chromium } from 'playwright-core';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { NO_BROWSER, openBrowser } from '../../support/browser.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { Person, screens } from './person.ts';

describeWhere(NO_BROWSER, 'a leader', () => {
  let office: TestOffice;
  let chromium: Chromium;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    chromium = await openBrowser();
    const draft = await aDraft(office, {
      abstract: 'ứng phó bão số 3',
      urgency: 'express',
      addressees: [{ text: 'Ủy ban nhân dân các huyện, thành phố' }],
      copies: [{ text: 'Lưu: VT' }],
    });
    const id = await draftedBy(await office.as('chuyenvien'), draft);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.database.query(`UPDATE recipients SET acknowledge_by = now() - interval '1 hour'`);
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  it.each(screens())('sees who is late and takes the report along $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    await person.signsIn('lanhdao');
    await person.sees('Bảng theo dõi văn bản đi');
    await person.sees('Đang quá hạn');
    await person.sees('Văn bản khẩn tuần này');
    await person.follows(/STTTT-BCVT/);
    await person.sees('Danh sách nơi nhận');
    await person.sees('8 nơi nhận');

    await person.ticks('Quá hạn');
    await person.presses('Lọc');
    await person.sees('Quá hạn từ');
    const report = await person.downloads('In báo cáo một trang (PDF)');
    expect(report.type).toBe('application/pdf');
    expect(await person.downloads('Tải CSV')).toMatchObject({
      type: expect.stringContaining('text/csv'),
    });

    await person.follows(/^Ủy ban nhân dân (huyện|thành phố)/);
    await person.sees('Diễn biến');
    await person.follows('Sổ văn bản đi');
    await person.sees('ứng phó bão số 3');
    await person.leaves();
  });
});
