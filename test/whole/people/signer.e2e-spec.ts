import type { Browser as Chromium } from 'playwright-core';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { NO_BROWSER, openBrowser } from '../../support/browser.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { signingOffice, type SigningOffice } from '../../support/signing-office.ts';
import { Person, screens } from './person.ts';

describeWhere(NO_BROWSER, 'a deputy director', () => {
  let office: SigningOffice;
  let chromium: Chromium;
  let drafter: Browser;
  beforeAll(async () => {
    office = await signingOffice();
    chromium = await openBrowser();
    drafter = await office.as('chuyenvien');
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  const submitted = async (abstract: string): Promise<void> => {
    const id = await draftedBy(drafter, await aDraft(office, { abstract }));
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
  };

  it.each(screens())('reads, sends back, signs one and then many $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    const about = (what: string) => `${what}, trình ${screen.screen}`;
    for (const what of ['việc sai', 'việc gấp', 'việc một', 'việc hai']) {
      await submitted(about(what));
    }
    await person.signsIn('phogiamdoc');
    await person.follows('Chờ tôi ký');
    await person.sees('4 văn bản');

    const read = person.page.context().waitForEvent('page');
    await person.follows(`Đọc V/v ${about('việc sai')}`);
    const beside = await read;
    await beside.getByRole('heading', { name: 'Nơi nhận', exact: true }).waitFor();
    await beside.close();

    const [wrong] = await office.database.query('SELECT id FROM dispatches WHERE abstract = $1', [
      about('việc sai'),
    ]);
    await person.opens(`/dispatches/${wrong.id}`);
    expect(await person.downloads('Mở văn bản (PDF)')).toMatchObject({ type: 'application/pdf' });
    await person.writes('Trả lại để sửa', 'Ghi thiếu thời hạn báo cáo.');
    await person.presses('Trả lại');
    await person.sees('Ghi thiếu thời hạn báo cáo.');

    const [urgent] = await office.database.query('SELECT id FROM dispatches WHERE abstract = $1', [
      about('việc gấp'),
    ]);
    await person.opens(`/dispatches/${urgent.id}`);
    await person.presses('Ký văn bản');
    await person.sees('Đã ký, đang chờ văn thư phát hành.');

    await person.follows('Chờ tôi ký');
    await person.ticks(new RegExp(about('việc một')));
    await person.ticks(new RegExp(about('việc hai')));
    await person.presses('Xem lại các văn bản đã chọn');
    await person.sees('Xác nhận ký 2 văn bản');
    await person.presses('Ký 2 văn bản');
    await person.sees('Đã ký 2/2');
    await person.follows('Về các văn bản chờ tôi ký');
    await person.sees('Không có văn bản nào chờ bạn ký.');
    await person.leaves();
  });
});
