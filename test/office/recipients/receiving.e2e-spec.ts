import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { seedId, signed } from '../../support/seed.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };

describe('receiving', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let leader: Browser;
  let next = 0;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    const id = await seedId(office);
    await signed(office, id);
    clerk = await office.as('vanthu');
    leader = await office.as('lanhdao');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.mailbox.received(80);
  });
  afterAll(() => office?.close());

  /** A recipient that nobody has touched. */
  const aRecipient = async () => {
    next += 1;
    const { text, to } = (await office.mailbox.read(next)) as { text: string; to: unknown };
    const token = /\/a\/([\w-]{43})\n/.exec(text)![1]!;
    const [address] = JSON.stringify(to).match(/[\w.-]+@[\w.-]+/)!;
    const [{ id }] = await office.database.query(
      'SELECT recipient_id AS id FROM deliveries WHERE address = $1',
      [address],
    );
    return { token, id: id as string, link: `/a/${token}` };
  };
  const form = (path: string, fields: object) => office.anyone.post(path).type('form').send(fields);
  const factsOf = async (table: string, id: string) =>
    office.database.query(`SELECT * FROM ${table} WHERE recipient_id = $1`, [id]);

  it('keeps apart that a link was opened, a file fetched, and the receipt acknowledged', async () => {
    const { link, id } = await aRecipient();
    await office.anyone.head(link).expect(200);
    await office.anyone.head(`${link}/document.pdf`).expect(200);
    await office.anyone.get(`${link}/document.pdf`).set('Range', 'bytes=99999999-').expect(416);
    expect(await factsOf('readings', id)).toEqual([]);
    await office.anyone.get(link).expect(200);
    await office.anyone.get(link).expect(200);
    await office.anyone.get(`${link}/document.pdf`).expect(200);
    const kinds = (await factsOf('readings', id)).map(({ kind }: { kind: string }) => kind);
    expect(kinds.toSorted()).toEqual(['fetched', 'opened']);
    expect(await factsOf('acknowledgements', id)).toEqual([]);
    const page = await clerk.get(`/recipients/${id}`).expect(200);
    expect(page.text).toContain('Liên kết được mở lần đầu');
    expect(page.text).toMatch(/Gửi tới [\w.-]+@[\w.-]+: máy chủ thư đã nhận\./);
  });

  it('takes a file for fetched only when it was given out', async () => {
    const { link, id } = await aRecipient();
    const turn = `UPDATE file_pieces SET bytes = set_byte(bytes, 9, 255 - get_byte(bytes, 9))
      WHERE content_id = (SELECT content_id FROM files JOIN delivery_runs ON file_sha256 = sha256
                          JOIN recipients USING (dispatch_id) WHERE recipients.id = $1)`;
    await office.database.query(turn, [id]);
    try {
      await office.anyone.get(`${link}/document.pdf`).expect(500);
      expect(await factsOf('readings', id)).toEqual([]);
    } finally {
      await office.database.query(turn, [id]);
      await office.database.query('UPDATE files SET damaged_at = NULL');
    }
  });

  it('asks who acknowledges, and shows it to both sides', async () => {
    const { link, id } = await aRecipient();
    const again = await form(`${link}/acknowledgement`, { name: 'Trần <b>', post: ' ' }).expect(
      422,
    );
    expect(again.text).toContain('id="acknowledge-post-error">Không được để trống.');
    expect(again.text).toContain('value="Trần &lt;b>"');
    await form(`${link}/acknowledgement`, PERSON).expect(303);
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain('Nguyễn Văn An, Văn thư xã, qua liên kết trong thư.');
    const [row] = await factsOf('acknowledgements', id);
    expect(row).toMatchObject({ ...PERSON, how: 'link', entered_by: null });
    const desk = await leader.get(`/recipients/${id}`).expect(200);
    expect(desk.text).toContain('Nguyễn Văn An, Văn thư xã');
  });

  it('is sent again after a refusal, to another address, as a letter of its own', async () => {
    const { link, id } = await aRecipient();
    await form(`${link}/refusal`, { ...PERSON, reason: 'unreadable-file' }).expect(303);
    const answer = (fields: object) =>
      clerk.post(`/recipients/${id}/answer`).type('form').send(fields);
    const wrong = await answer({ answer: 'resent', address: 'khong phai' }).expect(422);
    expect(wrong.text).toContain('Địa chỉ thư chưa đúng.');
    const before = office.mailbox.count;
    await answer({ answer: 'resent', address: 'moi@thaibinh.example' }).expect(303);
    await office.mailbox.received(before + 1);
    const mails = await Promise.all(
      Array.from({ length: before + 1 }, (_, index) => office.mailbox.read(index + 1)),
    );
    const ours = mails.filter(({ text }) => text!.includes(link));
    expect(ours).toHaveLength(2);
    const [first, second] = ours;
    expect(JSON.stringify(second!.to)).toContain('moi@thaibinh.example');
    expect(second!.messageId).not.toBe(first!.messageId);
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain('Nơi gửi đã kiểm tra và gửi lại');
    const [{ state }] = await office.database.query(
      'SELECT state FROM standings WHERE recipient_id = $1',
      [id],
    );
    expect(['waiting', 'delivered']).toContain(state);
    await answer({ answer: 'resent' }).expect(409);
    await form(`${link}/acknowledgement`, PERSON).expect(303);
  });

  it('sends back with a reason, which the clerk answers; changing one’s mind is possible', async () => {
    const { link, id } = await aRecipient();
    const refusal = { ...PERSON, reason: 'other', note: '' };
    const again = await form(`${link}/refusal`, refusal).expect(422);
    expect(again.text).toContain('Ghi rõ lý do khác là gì.');
    await form(`${link}/refusal`, { ...refusal, note: 'Xã đã sáp nhập' }).expect(303);
    await form(`${link}/refusal`, { ...refusal, note: 'lần hai' }).expect(303);
    expect(await factsOf('refusals', id)).toHaveLength(1);
    const desk = await clerk.get(`/recipients/${id}`).expect(200);
    expect(desk.text).toContain('Từ chối tiếp nhận');
    const [{ address }] = await office.database.query(
      'SELECT address FROM deliveries WHERE recipient_id = $1',
      [id],
    );
    expect(desk.text).toContain(`Gửi tới ${address}.`);
    expect(desk.text).toContain(`Để trống thì gửi lại ${address}.`);
    expect(desk.text).toContain('Xã đã sáp nhập');
    await leader
      .post(`/recipients/${id}/answer`)
      .type('form')
      .send({ answer: 'withdrawn' })
      .expect(403);
    await clerk
      .post(`/recipients/${id}/answer`)
      .type('form')
      .send({ answer: 'withdrawn' })
      .expect(303);
    await clerk
      .post(`/recipients/${id}/answer`)
      .type('form')
      .send({ answer: 'withdrawn' })
      .expect(409);
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain('Nơi gửi đã rút văn bản khỏi cơ quan');
    await form(`${link}/acknowledgement`, PERSON).expect(303);
    await form(`${link}/refusal`, { ...refusal, note: 'muộn' }).expect(409);
  });

  it.each(['accepted', 'delivered'])(
    'has arrived (status 01) where its delivery is %s',
    async (state) => {
      const { id } = await aRecipient();
      await office.database.query('UPDATE deliveries SET state = $2 WHERE recipient_id = $1', [
        id,
        state,
      ]);
      expect((await clerk.get(`/recipients/${id}`).expect(200)).text).toContain('Đã đến');
    },
  );

  it('never moves a status backwards, whatever the order of the reports', async () => {
    const { token, link, id } = await aRecipient();
    const report = async (status: number) =>
      (
        await office.anyone
          .post(`/api/reports/${token}`)
          .send({ ...PERSON, status })
          .expect(200)
      ).body.status;
    expect(await report(5)).toBe(5);
    expect(await report(4)).toBe(5);
    expect(await report(5)).toBe(5);
    expect(await factsOf('progress_reports', id)).toHaveLength(2);
    expect(await factsOf('acknowledgements', id)).toHaveLength(1);
    await form(`${link}/report`, { ...PERSON, status: '6' }).expect(303);
    expect((await office.anyone.get(link)).text).toContain('Đã báo: Hoàn thành');
    const bad = await office.anyone.post(`/api/reports/${token}`).send({ ...PERSON, status: 3 });
    expect(bad.status).toBe(422);
  });

  it('writes down what was told by telephone; a second person confirms it', async () => {
    const { id } = await aRecipient();
    const issue = 'SELECT issued_at AS at FROM standings WHERE recipient_id = $1';
    const [{ at }] = await office.database.query(issue, [id]);
    const minute = (ms: number) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString();
    const told = { ...PERSON, how: 'telephone', saidAt: minute(+at) };
    const enter = (fields: Record<string, string>, file?: Buffer) => {
      const request = clerk.post(`/recipients/${id}/acknowledgement`).field(fields);
      return file ? request.attach('evidence', file, 'anh.png') : request;
    };
    expect((await enter({ ...told, saidAt: 'hôm qua' })).status).toBe(422);
    const early = await enter({ ...told, saidAt: minute(+at - 60_000), note: 'Gọi hôm trước' });
    expect(early.text).toContain('không ai nhận được trước đó');
    expect((await enter(told)).text).toContain('làm căn cứ');
    expect((await enter(told, Buffer.from('MZ an old programme'))).text).toContain('Chỉ đính kèm');
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    await enter({ ...told, note: 'Gọi số 0227' }, png).expect(303);
    expect(await factsOf('acknowledgements', id)).toEqual([]);
    const [entry] = await factsOf('entered_acknowledgements', id);
    const confirm = `/recipients/${id}/acknowledgement/${entry.id}/confirmation`;
    expect((await clerk.post(confirm)).text).toContain('Nhờ một người khác');
    const desk = await leader.get(`/recipients/${id}`).expect(200);
    expect(desk.text).toContain('Gọi số 0227');
    const evidence = `/recipients/${id}/evidence/${entry.evidence_sha256}`;
    const { body, headers } = await leader.get(evidence).expect(200);
    expect(headers['content-type']).toBe('image/png');
    expect(body.equals(png)).toBe(true);
    await leader.post(confirm).expect(303);
    await leader.post(confirm).expect(303);
    const noted = `SELECT FROM journal_entries WHERE verb = 'confirmed-acknowledgement'`;
    expect(await office.database.query(noted)).toHaveLength(1);
    const [row] = await factsOf('acknowledgements', id);
    expect(row).toMatchObject({ ...PERSON, how: 'telephone' });
    expect(row.acknowledged_at.toISOString()).toBe(told.saidAt);
  });

  it('does not bury a refusal under what was told before it', async () => {
    const { link, id } = await aRecipient();
    const told = { ...PERSON, how: 'telephone', saidAt: new Date().toISOString(), note: 'Đã nhận' };
    await clerk.post(`/recipients/${id}/acknowledgement`).field(told).expect(303);
    await form(`${link}/refusal`, { ...PERSON, reason: 'wrong-addressee' }).expect(303);
    const [entry] = await factsOf('entered_acknowledgements', id);
    const confirm = `/recipients/${id}/acknowledgement/${entry.id}/confirmation`;
    expect((await leader.post(confirm).expect(409)).text).toContain('đã từ chối tiếp nhận văn bản');
    expect(await factsOf('acknowledgements', id)).toEqual([]);
    const answer = { answer: 'resent' };
    await clerk.post(`/recipients/${id}/answer`).type('form').send(answer).expect(303);
    await leader.post(confirm).expect(303);
    expect(await factsOf('acknowledgements', id)).toHaveLength(1);
  });

  it('lets the successor of a dissolved agency acknowledge, and nobody else for it', async () => {
    const { link, id } = await aRecipient();
    const other = await aRecipient();
    const [{ agency_id: successor }] = await office.database.query(
      'SELECT agency_id FROM recipients WHERE id = $1',
      [other.id],
    );
    const acknowledgement = { ...PERSON, agencyId: successor };
    await form(`${link}/acknowledgement`, acknowledgement).expect(409);
    const codes = 'SELECT code FROM recipients WHERE id = $1';
    const [[{ code: ending }], [{ code: following }]] = await Promise.all(
      [id, other.id].map((recipient) => office.database.query(codes, [recipient])),
    );
    await clerk
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send(`code,valid_to,successor_code\n${ending},2024-12-31,${following}`)
      .expect(201);
    expect((await office.anyone.get(link)).text).toContain('(cơ quan kế thừa)');
    await form(`${link}/acknowledgement`, acknowledgement).expect(303);
    expect((await office.anyone.get(link)).text).toContain(', thay mặt ');
  });

  it('takes one of two acts at once: acknowledged or sent back, not both', async () => {
    const { link, id } = await aRecipient();
    const refusal = { ...PERSON, reason: 'duplicate' };
    await Promise.all([
      form(`${link}/acknowledgement`, PERSON),
      form(`${link}/refusal`, refusal),
      form(`${link}/acknowledgement`, PERSON),
    ]);
    expect(await factsOf('acknowledgements', id)).toHaveLength(1);
    expect((await office.anyone.get(link)).text).toContain('Đã xác nhận tiếp nhận');
  });
});
