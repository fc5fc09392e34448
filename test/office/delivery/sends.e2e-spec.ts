import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { until } from '../../support/until.ts';

describe('the sends that a recipient’s page lists', () => {
  let office: SendingOffice;
  beforeAll(async () => {
    office = await sendingOffice({
      directory: scaledDirectory(80),
      env: { DELIVERY_RETRY_SECONDS: '1' },
    });
  });
  afterAll(() => office?.close());

  it('tell when it went, where to, how often in vain and why', async () => {
    const [agency] = await office.database.query(
      `SELECT name, email FROM agencies WHERE kind = 'commune' ORDER BY code LIMIT 1`,
    );
    const recipient = (address: string) => address === agency.email;
    office.mailbox.rules.push({ recipient, code: 451, message: '4.7.1 Greylisted' });
    const clerk = await office.as('vanthu');
    const draft = await aDraft(office, {
      addressees: [{ text: agency.name }],
      copies: [{ text: 'Lưu: VT' }],
    });
    const id = await draftedBy(await office.as('chuyenvien'), draft);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const attempts = async (outcome: string) => {
      const rows = await office.database.query(
        `SELECT recipient_id FROM deliveries JOIN delivery_attempts ON delivery_id = id
         WHERE dispatch_id = $1 AND outcome = $2`,
        [id, outcome],
      );
      return rows as { recipient_id: string }[];
    };
    await until('it was put off twice', async () => (await attempts('temporary')).length >= 2);
    office.mailbox.rules.length = 0;
    await until('it is taken', async () => (await attempts('accepted')).length === 1);
    const [row] = await attempts('accepted');
    const tries = (await attempts('temporary')).length;
    const { text } = await clerk.get(`/recipients/${row!.recipient_id}`).expect(200);
    const words = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      `Chưa gửi được tới ${agency.email} (${tries} lần). Máy chủ thư hẹn gửi lại sau ít phút`,
    );
    expect(words).toContain(`Gửi tới ${agency.email}: máy chủ thư đã nhận.`);
    expect(words.indexOf('Chưa gửi được')).toBeLessThan(words.indexOf('máy chủ thư đã nhận'));
  });
});
