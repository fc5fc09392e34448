import type { Browser as Chromium } from 'playwright-core';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { NO_BROWSER, openBrowser } from '../../support/browser.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';
import { Person, screens } from './person.ts';

describeWhere(NO_BROWSER, 'a clerk', () => {
  let office: SendingOffice;
  let chromium: Chromium;
  let drafter: Browser;
  let clerk: Browser;
  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    chromium = await openBrowser();
    [drafter, clerk] = [await office.as('chuyenvien'), await office.as('vanthu')];
  });
  afterAll(async () => {
    await chromium?.close();
    await office?.close();
  });

  const districts = async (): Promise<{ name: string; email: string }[]> =>
    office.database.query(
      `SELECT name, email FROM agencies WHERE kind = 'district' ORDER BY code LIMIT 2`,
    );

  it.each(screens())('issues, mends, answers and recalls $screen', async (screen) => {
    const person = await Person.before(chromium, office.address, screen);
    const [gone, refusing] = await districts();
    office.mailbox.rules.push({
      code: 550,
      message: '5.1.1 User unknown',
      recipient: (address) => address === gone!.email,
    });
    const abstract = `kiểm tra đài truyền thanh, phát hành ${screen.screen}`;
    const draft = {
      abstract,
      addressees: [{ text: gone!.name }, { text: refusing!.name }],
      copies: [{ text: 'Lưu: VT' }],
    };
    const id = await draftedBy(drafter, await aDraft(office, draft));
    await signed(office, id);

    await person.signsIn('vanthu');
    await person.sees('Chờ phát hành (1)');
    await person.follows('Xem và phát hành');
    await person.sees('và gửi tới');
    await person.presses('Phát hành');
    await person.sees('Danh sách nơi nhận');

    await until('one is refused', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
      return body.total.failed === 1 && body.total.delivered === 1;
    });
    const [recipient] = await office.database.query(
      'SELECT id FROM recipients WHERE dispatch_id = $1 AND name = $2',
      [id, refusing!.name],
    );
    await office.anyone
      .post(`/a/${linkToken(office.config.keys, recipient.id)}/refusal`)
      .type('form')
      .send({ name: 'Lê Văn Ba', post: 'Văn thư', reason: 'wrong-addressee' })
      .expect(303);
    await person.follows('Bàn văn thư');
    await person.sees(/^Cần xử lý/);
    const task = person.page.getByRole('listitem').filter({ hasText: abstract }).first();
    await person.sees('1 nơi gửi hỏng.', task);
    office.mailbox.rules.splice(0);
    const failed = task.getByRole('listitem').filter({ hasText: gone!.name }).last();
    await person.unfolds('Gửi lại', failed);
    await person.writes('Địa chỉ thư', `moi.${gone!.email}`, failed);
    await failed.getByLabel('Ghi vào Danh bạ').uncheck();
    await person.presses('Gửi', failed);
    await person.sees('Danh sách nơi nhận');
    await person.follows('Bàn văn thư');
    await person.sees(`${refusing!.name} từ chối tiếp nhận:`, task);

    await task.getByRole('link', { name: 'Trả lời' }).click();
    await person.sees('Nơi nhận từ chối tiếp nhận văn bản:');
    await person.presses('Gửi lại');
    await person.sees(/Gửi lại.*Nguyễn Thị Hạnh/);
    await until('both are sent', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
      return body.total.delivered === 2;
    });

    await person.opens(`/dispatches/${id}`);
    await person.follows('Thu hồi');
    await person.writes('Lý do', 'Sai thời hạn báo cáo.');
    await person.writes('Căn cứ', 'Ý kiến của Giám đốc Sở');
    await person.presses('Thu hồi văn bản');
    await person.sees('Đã thu hồi');
    await person.follows('Bàn văn thư');
    await person.sees(/nơi chưa trả lời việc thu hồi|Không có việc nào đang chờ/);
    await person.leaves();
  });
});
