import type { Browser as Chromium } from 'playwright-core';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { NO_BROWSER, openBrowser } from '../../support/browser.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { Person, screens } from './person.ts';
import { firstSignIn, openedAccount, OWN_PASSWORD } from '../../support/people.ts';

describeWhere(NO_BROWSER, 'a recipient', () => {
  let office: TestOffice;
  let chromium: Chromium;
  let drafter: Browser;
  let clerk: Browser;
  let agency: { id: string; name: string };
  const account = { username: 'lan.xa', password: '' };
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    chromium = await openBrowser();
    [drafter, clerk] = [await office.as('chuyenvien'), await office.as('vanthu')];
    [agency] = await office.database.query(
      `SELECT id, name FROM agencies WHERE kind = 'district' ORDER BY code LIMIT 1`,
    );
    const { text } = await clerk
      .post(`/directory/agencies/${agency.id}/people`)
      .type('form')
      .send({ username: account.username, fullName: 'Bùi Thị Lan', post: 'Văn thư' })
      .expect(201);
    const { username, password } = openedAccount(text);
    await firstSignIn(office.fresh(), { username, password });
    Object.assign(account, { username, password: OWN_PASSWORD });
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  /** Its personal link, as it stands in the mail. */
  const issued = async (abstract: string): Promise<string> => {
    const draft = { abstract, addressees: [{ text: agency.name }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(drafter, await aDraft(office, draft));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const [row] = await office.database.query('SELECT id FROM recipients WHERE dispatch_id = $1', [
      id,
    ]);
    return `/a/${linkToken(office.config.keys, row.id)}`;
  };

  it.each(screens())('opens the link, acknowledges and reports $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    await person.opens(await issued(`đọc qua đường dẫn ${screen.screen}`));
    await person.sees(agency.name);
    expect(await person.downloads('Xem văn bản (PDF)')).toMatchObject({ type: 'application/pdf' });
    await person.writes('Họ và tên', 'Bùi Thị Lan');
    await person.writes('Chức vụ', 'Văn thư');
    await person.presses('Xác nhận đã tiếp nhận');
    await person.sees('Đã xác nhận tiếp nhận lúc');
    await person.unfolds('Báo tiến độ xử lý');
    await person.chooses('Tiến độ', { index: 1 });
    await person.presses('Gửi báo cáo tiến độ');
    await person.sees('Báo tiến độ xử lý (đã báo:');
    await person.leaves();
  });

  it.each(screens())('sends back what is not theirs $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    await person.opens(await issued(`gửi nhầm ${screen.screen}`));
    await person.unfolds('Từ chối tiếp nhận, báo lý do cho nơi gửi');
    const form = person.page.getByRole('group').filter({ hasText: 'báo lý do cho nơi gửi' });
    await person.chooses('Lý do', 'Gửi không đúng nơi nhận');
    await person.writes('Họ và tên', 'Bùi Thị Lan', form);
    await person.writes('Chức vụ', 'Văn thư', form);
    await person.presses('Từ chối tiếp nhận');
    await person.sees('Đã từ chối tiếp nhận lúc');
    await person.leaves();
  });

  it.each(screens())('acknowledges many in the inbox $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    const about = (count: string) => `văn bản ${count} vào hộp thư ${screen.screen}`;
    for (const count of ['một', 'hai']) await issued(about(count));
    await person.signsIn(account.username, account.password);
    await person.sees(`Văn bản gửi ${agency.name}`);
    await person.follows('Chờ xác nhận');
    await person.writes('Số, ký hiệu hoặc trích yếu', screen.screen);
    await person.presses('Tìm');
    await person.sees(about('một'));
    for (const box of await person.page.getByRole('checkbox', { name: /^Chọn / }).all()) {
      await box.check();
    }
    await person.presses('Xác nhận đã tiếp nhận các văn bản đã chọn');
    await person.sees('Xác nhận lúc');
    await person.follows(new RegExp(about('hai')));
    await person.sees('Đã xác nhận tiếp nhận lúc');
    expect(await person.downloads('Xem văn bản (PDF)')).toMatchObject({ type: 'application/pdf' });
    await person.leaves();
  });
});
