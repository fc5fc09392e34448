import { aDraft, draftedBy } from '../../../support/seed.ts';
import { until } from '../../../support/until.ts';
import { PERSON, recallingOffice, WHY, type RecallingOffice } from './recalling-office.ts';

describe('a dispatch that is recalled', () => {
  let desk: RecallingOffice;

  beforeAll(async () => {
    desk = await recallingOffice({ DELIVERY_RETRY_SECONDS: '600' });
  });
  afterAll(() => desk?.office.close());
  afterEach(() => desk.office.mailbox.rules.splice(0));

  describe('after it was delivered', () => {
    let id: string;
    let first: string;
    let second: string;
    let third: string;

    beforeAll(async () => {
      id = await desk.issuedTo('TB.01', 'TB.02', 'TB.03');
      await desk.sent(id);
      [first, second, third] = [
        desk.tokenOf(await desk.recipientOf(id, 'TB.01')),
        desk.tokenOf(await desk.recipientOf(id, 'TB.02')),
        desk.tokenOf(await desk.recipientOf(id, 'TB.03')),
      ];
      await desk.office.anyone.post(`/api/acknowledgements/${first}`).send(PERSON).expect(200);
    });

    it('needs a reason and a basis, and the clerk', async () => {
      await desk.drafter.post(`/api/dispatches/${id}/recall`).send(WHY).expect(403);
      const { body } = await desk.recall(id, { basis: ' ' }).expect(422);
      expect(body.errors).toEqual([{ path: 'basis', message: 'Không được để trống.' }]);
      const page = await desk.clerk
        .post(`/dispatches/${id}/recall`)
        .type('form')
        .send({ reason: '', basis: 'Ý kiến' })
        .expect(422);
      expect(page.text).toContain('Không được để trống.');
      expect((await desk.recalled(id)).recalls).toEqual([]);
      const draft = await draftedBy(desk.drafter, await aDraft(desk.office));
      expect((await desk.recall(draft).expect(409)).body.type).toBe('not-issued');
    });

    it('asks everyone by mail, with reason, basis and their own link', async () => {
      const before = desk.office.mailbox.count;
      const { body } = await desk.recall(id).expect(201);
      expect(body.recalls).toMatchObject([
        { ...WHY, isWhole: true, recalledBy: 'Nguyễn Thị Hạnh' },
      ]);
      expect(body.counts).toMatchObject({ total: 3, cancelled: 0, unanswered: 3, underWay: 0 });
      await desk.noticesSent(id, 3);
      expect(desk.office.mailbox.count).toBe(before + 3);
      const mails = await Promise.all(
        [1, 2, 3].map((one) => desk.office.mailbox.read(before + one)),
      );
      const mail = mails.find(({ text }) => text!.includes(first))!;
      expect(mail.subject).toMatch(/^THU HỒI văn bản \d+\/STTTT-BCVT$/);
      expect(mail.to).toMatchObject({ value: [{ address: 'tb-01@thaibinh.example' }] });
      expect(mail.text).toContain(`Lý do: ${WHY.reason}`);
      expect(mail.text).toContain(`Căn cứ: ${WHY.basis}`);
      expect(mail.inReplyTo).toMatch(/^<[0-9a-f-]{36}@/);
      const waiting = await desk.clerk.get('/desk').expect(200);
      expect(waiting.text).toContain('3 nơi chưa trả lời việc thu hồi.');
      await desk.recall(id).expect(201); // again: nothing new
      expect((await desk.recalled(id)).recalls).toHaveLength(1);
    });

    it('counts nobody as late, owes nothing and is not sent again', async () => {
      await desk.office.database.query(
        `UPDATE recipients SET acknowledge_by = now() - interval '1 hour' WHERE dispatch_id = $1`,
        [id],
      );
      expect(await desk.counts(id)).toMatchObject({
        acknowledged: 1,
        withdrawn: 2,
        late: 0,
        total: 3,
      });
      const { body } = await desk.clerk.get('/api/board').expect(200);
      const row = body.find((each: { id: string }) => each.id === id);
      expect(row.counts).toMatchObject({ late: 0, total: 3 });
      const again = await desk.clerk.post(`/api/dispatches/${id}/resends`).send({}).expect(409);
      expect(again.body.type).toBe('recalled');
    });

    it('hands nothing out any more and takes no acknowledgement', async () => {
      const page = await desk.office.anyone.get(`/a/${second}`).expect(200);
      expect(page.text).toContain('Văn bản đã thu hồi');
      expect(page.text).toContain(WHY.reason);
      expect(page.text).not.toContain('Xác nhận đã tiếp nhận');
      expect(page.text).not.toContain('document.pdf');
      await desk.office.anyone.get(`/a/${second}/document.pdf`).expect(409);
      const late = await desk.office.anyone.post(`/api/acknowledgements/${second}`).send(PERSON);
      expect(late.body.type).toBe('recalled');
      expect(await desk.counts(id)).toMatchObject({ acknowledged: 1 });
    });

    it('is agreed to by a form, and the file is confirmed to be gone', async () => {
      const answer = (body: object) =>
        desk.office.anyone.post(`/a/${first}/recall-answer`).type('form').send(body);
      const wrong = await answer({ answer: 'refused', ...PERSON, note: '' }).expect(422);
      expect(wrong.text).toContain('Ghi lý do chưa đồng ý thu hồi.');
      await answer({ answer: 'agreed', ...PERSON }).expect(303);
      const agreed = await desk.office.anyone.get(`/a/${first}`).expect(200);
      expect(agreed.text).toContain('Xác nhận đã xóa tệp');
      expect((await desk.recalled(id)).counts).toMatchObject({
        agreed: 1,
        removed: 0,
        unanswered: 2,
      });
      await answer({ answer: 'removed', ...PERSON }).expect(303);
      await answer({ answer: 'removed', ...PERSON }).expect(303);
      expect((await desk.recalled(id)).counts).toMatchObject({
        agreed: 0,
        removed: 1,
        unanswered: 2,
      });
      const turned = await answer({ answer: 'refused', note: 'Đổi ý', ...PERSON }).expect(409);
      expect(turned.text).toContain('Cơ quan đã đồng ý thu hồi.');
    });

    it('is refused with a reason by an agency’s system, which may agree later', async () => {
      const answer = (body: object) =>
        desk.office.anyone.post(`/api/recall-answers/${second}`).send(body);
      const refused = { answer: 'refused', note: 'Đã triển khai.', ...PERSON };
      expect((await answer(refused).expect(200)).body).toMatchObject({ status: 16 });
      expect((await desk.recalled(id)).counts).toMatchObject({ refused: 1, unanswered: 1 });
      const agreed = { answer: 'agreed', isRemoved: true, ...PERSON };
      expect((await answer(agreed).expect(200)).body).toMatchObject({
        status: 15,
        isRemoved: true,
      });
      expect((await desk.recalled(id)).counts).toMatchObject({ refused: 0, removed: 2, total: 3 });
    });

    it('is answered by telephone through the clerk, and all of it is on the pages and in the journal', async () => {
      const recipient = await desk.recipientOf(id, 'TB.03');
      const page = await desk.clerk.get(`/recipients/${recipient}`).expect(200);
      expect(page.text).toContain('Chờ trả lời thu hồi (13)');
      expect(page.text).toContain('Thư đề nghị thu hồi đã gửi.');
      await desk.clerk
        .post(`/recipients/${recipient}/recall-answer`)
        .type('form')
        .send({ answer: 'removed', how: 'telephone', ...PERSON })
        .expect(303);
      const after = await desk.clerk.get(`/recipients/${recipient}`).expect(200);
      expect(after.text).toContain('Đồng ý thu hồi (15), đã xóa tệp.');
      expect((await desk.office.anyone.get(`/a/${third}`)).text).toContain(
        'Xác nhận đã xóa tệp lúc',
      );
      const progress = await desk.clerk.get(`/dispatches/${id}/progress`).expect(200);
      expect(progress.text).toContain('Đã thu hồi ở 3 nơi nhận');
      const whole = await desk.clerk.get(`/dispatches/${id}/recall`).expect(200);
      expect(whole.text).toContain('Đồng ý, đã xóa tệp');
      const verbs = await desk.office.database.query(
        `SELECT verb, count(*)::int FROM journal_entries
         WHERE subject_id = $1 AND verb LIKE 'recall%' GROUP BY verb ORDER BY verb`,
        [id],
      );
      expect(verbs).toEqual([
        { verb: 'recall-answered', count: 7 },
        { verb: 'recalled', count: 1 },
      ]);
      const journal = await desk.clerk.get(`/dispatches/${id}/journal`).expect(200);
      expect(journal.text).toContain('Trả lời việc thu hồi');
      await expect(
        desk.office.database.query(`UPDATE recall_answers SET answer = 'refused'`),
      ).rejects.toThrow();
    });
  });

  it('before it is sent is only cancelled: no mail, no question', async () => {
    desk.office.mailbox.rules.push({ code: 451, message: '4.7.1 Greylisted' });
    const id = await desk.issuedTo('TB.10', 'TB.11');
    await until('both were tried', async () => {
      const { body } = await desk.clerk.get(`/api/dispatches/${id}/recipients`).expect(200);
      return body.items.every(({ lastReply }: { lastReply: string | null }) => lastReply);
    });
    const before = desk.office.mailbox.count;
    expect((await desk.recall(id).expect(201)).body.counts).toMatchObject({
      total: 2,
      cancelled: 2,
    });
    desk.office.mailbox.rules.splice(0);
    await desk.office.database.query(
      'UPDATE deliveries SET due_at = now() WHERE dispatch_id = $1',
      [id],
    );
    const page = await desk.office.anyone.get(
      `/a/${desk.tokenOf(await desk.recipientOf(id, 'TB.10'))}`,
    );
    expect(page.text).toContain('Văn bản chưa gửi tới cơ quan nên không cần trả lời.');
    const other = await desk.issuedTo('TB.12'); // goes out; the cancelled ones, due earlier, do not
    await desk.sent(other);
    expect(desk.office.mailbox.count).toBe(before + 1);
  });

  it('from one recipient leaves the others alone', async () => {
    const id = await desk.issuedTo('TB.20', 'TB.21');
    await desk.sent(id);
    const recipient = await desk.recipientOf(id, 'TB.20');
    const link = await desk.clerk.get(`/recipients/${recipient}`).expect(200);
    expect(link.text).toContain('Thu hồi riêng ở nơi nhận này');
    const form = await desk.clerk
      .get(`/dispatches/${id}/recall?recipient=${recipient}`)
      .expect(200);
    expect(form.text).toContain(`value="${recipient}"`);
    await desk.clerk
      .post(`/dispatches/${id}/recall`)
      .type('form')
      .send({ ...WHY, recipientId: recipient })
      .expect(303);
    expect(await desk.counts(id)).toMatchObject({ withdrawn: 1, delivered: 1 });
    const other = desk.tokenOf(await desk.recipientOf(id, 'TB.21'));
    await desk.office.anyone.post(`/api/acknowledgements/${other}`).send(PERSON).expect(200);
    const stray = await desk.office.anyone
      .post(`/api/recall-answers/${other}`)
      .send({ answer: 'agreed', ...PERSON })
      .expect(409);
    expect(stray.body.type).toBe('not-recalled');
    // The whole dispatch can still be recalled; who was asked is not asked twice.
    await desk.recall(id).expect(201);
    expect((await desk.recalled(id)).counts).toMatchObject({ total: 2, unanswered: 2 });
    await desk.noticesSent(id, 2);
  });

  it('may be where nobody knows whether the mail arrived: then it is asked for', async () => {
    desk.office.mailbox.rules.push({ code: 451, message: '4.7.1 Greylisted' });
    const id = await desk.issuedTo('TB.30');
    await until('it was tried', async () => {
      const { body } = await desk.clerk.get(`/api/dispatches/${id}/recipients`).expect(200);
      return body.items[0].lastReply;
    });
    // As a worker that was killed leaves it: an attempt that was begun and has no outcome.
    await desk.office.database.query(
      'UPDATE deliveries SET attempts = attempts + 1 WHERE dispatch_id = $1',
      [id],
    );
    desk.office.mailbox.rules.splice(0);
    expect((await desk.recall(id).expect(201)).body.counts).toMatchObject({
      cancelled: 0,
      unanswered: 1,
    });
    await desk.noticesSent(id, 1);
  });
});
