import { wallClock } from '../../../../src/platform/time/vietnam-time.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { until } from '../../../support/until.ts';

describe("the clerk's desk", () => {
  let office: SendingOffice;
  let clerk: Browser;
  let drafter: Browser;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const desk = async () => (await clerk.get('/desk').expect(200)).text;
  const sections = async () => (await desk()).match(/<h2>[^<]*/g) ?? [];
  const aSigned = async (abstract: string, urgency = 'normal') => {
    const lines = { addressees: [{ text: 'Ủy ban nhân dân các huyện, thành phố' }] };
    const draft = { abstract, urgency, ...lines, copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(drafter, await aDraft(office, draft));
    await signed(office, id);
    return id;
  };
  /** The personal link of a recipient, from its mail. */
  const linkOf = async (recipientId: string) => {
    const [{ address }] = await office.database.query(
      'SELECT address FROM deliveries WHERE recipient_id = $1',
      [recipientId],
    );
    for (let n = office.mailbox.count; n > 0; n -= 1) {
      const mail = (await office.mailbox.read(n)) as { text: string; to: unknown };
      if (JSON.stringify(mail.to).includes(address)) return /\/a\/[\w-]{43}/.exec(mail.text)![0];
    }
    throw new Error(`No mail to ${address}`);
  };
  const corrected = 'van-thu.moi@thaibinh.example';

  it('is where a clerk begins, and nobody else gets in', async () => {
    expect((await clerk.get('/').expect(303)).headers.location).toBe('/desk');
    expect((await drafter.get('/').expect(303)).headers.location).toBe('/dispatches');
    await drafter.get('/desk').expect(403);
  });

  it('has what is to be issued, the urgent first, and then what needs somebody, each with its remedy', async () => {
    await aSigned('việc thường');
    const urgent = await aSigned('việc gấp', 'express');
    const text = await desk();
    expect(text).toContain('Chờ phát hành (2)');
    expect(text.match(/Phát hành chậm nhất [^<]*: <span class="left">còn /g)).toHaveLength(2);
    expect(text.indexOf('việc gấp')).toBeLessThan(text.indexOf('việc thường'));

    const [{ email }] = await office.database.query(
      `SELECT email FROM agencies WHERE kind = 'district' ORDER BY code LIMIT 1`,
    );
    office.mailbox.rules.push({
      ...{ code: 550, message: '5.1.1 User unknown' },
      recipient: (address) => address === email,
    });
    await clerk.post(`/api/dispatches/${urgent}/issuance`).expect(201);
    await until('the refusal is known', async () => (await desk()).includes('1 nơi gửi hỏng.'));
    const wrong = await desk();
    expect(wrong).toContain('Chờ phát hành (1)');
    expect(wrong).toContain('Hộp thư này không có hoặc không còn dùng.');
    expect(wrong).toContain(`value="${email}"`);

    office.mailbox.rules.splice(0);
    const [{ id: recipientId }] = await office.database.query(
      'SELECT recipient_id AS id FROM deliveries WHERE dispatch_id = $1 AND address = $2',
      [urgent, email],
    );
    const mended = { recipientId, address: corrected, inDirectory: 'true' };
    await clerk.post(`/dispatches/${urgent}/resends`).type('form').send(mended).expect(303);
    await until('nothing is wrong any more', async () => !(await desk()).includes('Cần xử lý'));
  });

  it('shows who sent it back, who told by telephone, who is late, and a run that stands still', async () => {
    const id = await aSigned('việc có trở ngại');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const recipients = await until('all mails are out', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/recipients?state=delivered`);
      return body.total === 8 ? (body.items as { id: string; name: string }[]) : undefined;
    });
    const [first, second] = recipients!;
    const refusal = { name: 'Lê Văn Ba', post: 'Văn thư', reason: 'wrong-addressee' };
    const link = await linkOf(first!.id);
    await office.anyone.post(`${link}/refusal`).type('form').send(refusal).expect(303);
    const told = { how: 'telephone', name: 'Lê Thị Tư', post: 'Văn thư', note: 'đã nhận đủ' };
    await clerk
      .post(`/recipients/${second!.id}/acknowledgement`)
      .field({ ...told, saidAt: wallClock(new Date()) })
      .expect(303);
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = now() - interval '1 hour' WHERE dispatch_id = $1`,
      [id],
    );
    await clerk.post(`/dispatches/${id}/pause`).expect(303);
    const text = await desk();
    expect(text).toContain(`<b>${first!.name} từ chối tiếp nhận:</b> Gửi không đúng nơi nhận`);
    expect(text).toContain(`href="/recipients/${first!.id}"`);
    expect(text).toContain(`${second!.name} đã xác nhận qua điện thoại`);
    expect(text).toContain('7 nơi quá hạn chưa xác nhận.');
    expect(text).toContain('tạm dừng.');
    expect(await sections()).toEqual(['<h2>Chờ phát hành (1)', '<h2>Cần xử lý (1)']);
    await clerk.post(`/dispatches/${id}/pause/end`).expect(303);
    expect(await desk()).not.toContain('Đang tạm dừng gửi');
  });
});
