import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';

describe('a run', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let drafter: Browser;

  beforeAll(async () => {
    office = await sendingOffice({
      directory: scaledDirectory(160),
      env: { DELIVERY_RETRY_SECONDS: '60' },
    });
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());
  afterEach(() => office.mailbox.rules.splice(0));

  const issuedTo = async (name: string) => {
    const lines = { addressees: [{ text: name }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    return id;
  };
  const progress = async (id: string) => {
    const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    return body as { total: Record<string, number>; pauseReason: string | null };
  };
  const settled = (id: string) =>
    until('every delivery has an outcome', async () => {
      const { total } = await progress(id);
      return total['waiting'] === 0 ? total : undefined;
    });
  const recipients = async (id: string, state = '') => {
    const { body } = await clerk.get(`/api/dispatches/${id}/recipients?state=${state}`).expect(200);
    return body.items as Record<string, string>[];
  };
  const resend = (id: string, body: object = {}) =>
    clerk.post(`/api/dispatches/${id}/resends`).send(body);
  const refuse = (words: string, addresses: string[]) =>
    office.mailbox.rules.push({
      code: Number.parseInt(words, 10),
      message: words.slice(4),
      recipient: (address) => addresses.includes(address),
    });

  it('is sent again only to those it failed for, and says why it had failed', async () => {
    refuse('550 5.1.1 User unknown', ['tb-01@thaibinh.example', 'tb-02@thaibinh.example']);
    refuse('552 5.2.2 Mailbox full', ['tb-03@thaibinh.example']);
    const id = await issuedTo('Các cơ quan, đơn vị trên địa bàn tỉnh');
    const before = await settled(id);
    expect(before).toMatchObject({ failed: 3 });
    const failed = await recipients(id, 'failed');
    expect(failed.map(({ reason }) => reason)).toEqual([
      'Hộp thư này không có hoặc không còn dùng. Kiểm tra địa chỉ với cơ quan nhận.',
      'Hộp thư này không có hoặc không còn dùng. Kiểm tra địa chỉ với cơ quan nhận.',
      'Hộp thư đầy. Đề nghị cơ quan nhận dọn hộp thư.',
    ]);
    const page = await clerk.get(`/dispatches/${id}/progress?state=failed`).expect(200);
    expect(page.text).toContain('Gửi lại 3 nơi gửi hỏng');
    expect(page.text).toContain('Hộp thư đầy.');
    office.mailbox.rules.splice(0);
    const count = office.mailbox.count;
    await drafter.post(`/api/dispatches/${id}/resends`).expect(403);
    expect((await resend(id).expect(201)).body).toEqual({ recipients: 3 });
    expect(await settled(id)).toMatchObject({ failed: 0, delivered: before!['total'] });
    expect(office.mailbox.count).toBe(count + 3);
    expect((await resend(id).expect(201)).body).toEqual({ recipients: 0 });
    const entries = await office.database.query(
      `SELECT details->>'count' AS count FROM journal_entries WHERE verb = 'sent-again'`,
    );
    expect(entries).toEqual([{ count: '3' }]);
  });

  it('goes to a corrected address, which the directory then knows', async () => {
    refuse('550 5.1.1 User unknown', ['tb-05@thaibinh.example']);
    const id = await issuedTo('TB.05');
    await settled(id);
    const [{ id: recipientId }] = (await recipients(id)) as [{ id: string }];
    const wrong = await resend(id, { recipientId, address: 'van thu@xa' }).expect(422);
    expect(wrong.body.errors).toEqual([
      { path: 'address', message: 'Địa chỉ thư không đúng dạng, ví dụ đúng: vanthu@xa.gov.vn.' },
    ]);
    const address = 'van-thu@so-moi.example';
    await clerk
      .post(`/dispatches/${id}/resends`)
      .type('form')
      .send({ recipientId, address, inDirectory: 'true' })
      .expect(303);
    expect(await settled(id)).toMatchObject({ delivered: 1 });
    const mail = await office.mailbox.read(office.mailbox.count);
    expect(mail.to).toMatchObject({ value: [{ address }] });
    const [agency] = await office.database.query(`SELECT email FROM agencies WHERE code = 'TB.05'`);
    expect(agency.email).toBe(address);
    const rows = await office.database.query(
      `SELECT attempt.number, attempt.round, attempt.address, outcome FROM delivery_attempts attempt
       JOIN deliveries ON id = delivery_id WHERE dispatch_id = $1 ORDER BY number`,
      [id],
    );
    expect(rows).toEqual([
      { number: 1, round: 1, address: 'tb-05@thaibinh.example', outcome: 'permanent' },
      { number: 2, round: 2, address, outcome: 'accepted' },
    ]);
  });

  it('reaches somebody who had no address when it was issued', async () => {
    await office.database.query(`UPDATE agencies SET email = NULL WHERE code = 'TB.06'`);
    const id = await issuedTo('TB.06');
    const [recipient] = await recipients(id);
    expect(recipient).toMatchObject({ state: 'unreachable' });
    const again = { recipientId: recipient!['id'], address: 'tb-06@thaibinh.example' };
    expect((await resend(id, again).expect(201)).body).toEqual({ recipients: 1 });
    expect(await settled(id)).toMatchObject({ delivered: 1, unreachable: 0 });
  });

  it('tells when a temporary failure is tried again', async () => {
    refuse('451 4.7.1 Greylisted', ['tb-07@thaibinh.example']);
    const id = await issuedTo('TB.07');
    const [recipient] = (await until('an attempt is on record', async () => {
      const items = await recipients(id);
      return items[0]?.['lastReply'] ? items : undefined;
    })) as Record<string, string>[];
    expect(recipient).toMatchObject({
      state: 'waiting',
      reason: 'Máy chủ thư hẹn gửi lại sau ít phút (chống thư rác).',
      nextAttemptAt: expect.any(String),
    });
    expect(new Date(recipient!['nextAttemptAt']!).getTime()).toBeGreaterThan(Date.now());
    await clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    expect(await recipients(id)).toMatchObject([{ state: 'waiting', nextAttemptAt: null }]);
  });

  it('is sent again to the address that the directory was given meanwhile, once', async () => {
    refuse('550 5.1.1 User unknown', ['tb-10@thaibinh.example', 'van-thu@tb10.example']);
    const id = await issuedTo('TB.10');
    await settled(id);
    await office.database.query(
      `UPDATE agencies SET email = 'van-thu@tb10.example' WHERE code = 'TB.10'`,
    );
    await resend(id).expect(201);
    await settled(id);
    const [{ id: recipientId }] = (await recipients(id, 'failed')) as [{ id: string }];
    const address = 'phong-vt@tb10.example';
    refuse('552 5.2.2 Mailbox full', [address]);
    await resend(id, { recipientId, address }).expect(201);
    await settled(id);
    office.mailbox.rules.splice(0);
    await resend(id).expect(201);
    expect(await settled(id)).toMatchObject({ delivered: 1 });
    const rows = await office.database.query(
      `SELECT attempt.address FROM delivery_attempts attempt
       JOIN deliveries ON id = delivery_id WHERE dispatch_id = $1 ORDER BY number`,
      [id],
    );
    expect(rows.map((row: { address: string }) => row.address)).toEqual([
      'tb-10@thaibinh.example',
      'van-thu@tb10.example',
      address,
      address,
    ]);
  });

  it('does not say of a corrected address what was wrong with the former one', async () => {
    refuse('550 5.1.1 User unknown', ['tb-09@thaibinh.example']);
    const id = await issuedTo('TB.09');
    await settled(id);
    const [{ id: recipientId }] = (await recipients(id)) as [{ id: string }];
    await clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    await resend(id, { recipientId, address: 'van-thu@tb09.example' }).expect(201);
    expect(await recipients(id)).toMatchObject([
      { state: 'waiting', address: 'van-thu@tb09.example', reason: null, lastReply: null },
    ]);
  });

  it('that is refused too often pauses itself, says why, and goes on when the clerk says so', async () => {
    office.mailbox.rules.push({ code: 553, message: '5.7.1 Sender rejected' });
    const id = await issuedTo('Các cơ quan, đơn vị trên địa bàn tỉnh');
    const { pauseReason } = (await until('it paused', async () => {
      const seen = await progress(id);
      return seen.pauseReason ? seen : undefined;
    })) as { pauseReason: string };
    expect(pauseReason).toMatch(
      /^\d+ trong \d+ thư gần nhất bị từ chối\. Thường gặp nhất: Máy chủ thư không chấp nhận bên gửi/,
    );
    const page = await clerk.get(`/dispatches/${id}/progress`).expect(200);
    expect(page.text).toContain('Đang tạm dừng gửi.');
    const quiet = await until('nothing is under way', async () => {
      const [row] = await office.database.query(
        `SELECT count(*) FILTER (WHERE state = 'sending')::int AS sending,
                count(*) FILTER (WHERE state = 'failed')::int AS failed,
                count(*) FILTER (WHERE state = 'waiting')::int AS waiting
         FROM deliveries WHERE dispatch_id = $1`,
        [id],
      );
      return row.sending === 0 ? row : undefined;
    });
    expect(quiet.failed).toBeLessThan(60);
    expect(quiet.waiting).toBeGreaterThan(60);
    office.mailbox.rules.splice(0);
    await clerk.post(`/api/dispatches/${id}/pause/end`).expect(204);
    const total = await settled(id);
    expect(total).toMatchObject({ failed: quiet.failed, delivered: quiet.waiting });
    await resend(id).expect(201);
    expect(await settled(id)).toMatchObject({ failed: 0 });
  });

  it('is paused by the clerk, too', async () => {
    const id = await issuedTo('TB.08');
    await settled(id);
    await clerk.post(`/dispatches/${id}/pause`).expect(303);
    expect((await progress(id)).pauseReason).toContain('tạm dừng');
    await clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    await clerk.post(`/dispatches/${id}/pause/end`).expect(303);
    expect((await progress(id)).pauseReason).toBeNull();
  });
});
