import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { until } from '../../../support/until.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

describe('the leaders’ board', () => {
  let office: SendingOffice;
  let leader: Browser;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    leader = await office.as('lanhdao');
    const drafter = await office.as('chuyenvien');
    const clerk = await office.as('vanthu');
    for (const urgency of ['normal', 'urgent', 'express']) {
      const draft = await aDraft(office, { urgency, abstract: `việc ${urgency}` });
      const id = await draftedBy(drafter, draft);
      await signed(office, id);
      await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    }
  });
  afterAll(() => office?.close());

  const punctuality = async () => (await leader.get('/api/punctuality').expect(200)).body;

  it('starts from everything that was issued this week', async () => {
    const { weeks, median, urgent } = await punctuality();
    expect(weeks).toHaveLength(12);
    const [{ total }] = await office.database.query(
      'SELECT count(*)::integer AS total FROM recipients',
    );
    expect(weeks.at(-1)).toMatchObject({ dispatches: 3, total, punctual: 0, tardy: 0 });
    expect(median).toBeNull();
    expect(urgent.map(({ urgency }: { urgency: string }) => urgency)).toEqual([
      'express',
      'urgent',
    ]);
  });

  it('tells in time from too late, and names who is late most often', async () => {
    const [first, second] = await office.database.query(
      'SELECT id, agency_id FROM recipients ORDER BY code, dispatch_id LIMIT 2',
    );
    await answer(first.id);
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = now() - interval '1 second'
      WHERE agency_id = $1 AND id <> $2`,
      [first.agency_id, first.id],
    );
    await answer(second.id);
    const { weeks, agencies, median } = await punctuality();
    const { punctual, tardy, late, open, total } = weeks.at(-1);
    expect({ punctual, tardy, late }).toEqual({ punctual: 1, tardy: 1, late: 1 });
    expect(punctual + tardy + late + open).toBe(total);
    expect(agencies).toMatchObject([{ id: first.agency_id, owed: 3, late: 2 }]);
    expect(median).toBe(0);
  });

  it('says the same after the changes were folded', async () => {
    await until('nothing is on its way', async () => {
      const [{ left }] = await office.database.query(
        `SELECT count(*)::integer AS left FROM deliveries WHERE state IN ('waiting', 'sending')`,
      );
      return left === 0;
    });
    const before = await punctuality();
    await until('folded', async () => {
      const [{ left }] = await office.database.query(
        'SELECT count(*)::integer AS left FROM standing_changes',
      );
      return left === 0;
    });
    expect(await punctuality()).toEqual(before);
  });

  it('shows nothing of answers while none is wanted', async () => {
    const { text } = await leader.get('/board').expect(200);
    expect(text).not.toContain('trả lời');
  });

  it('counts the answers that are late, names who owes them and leads to each', async () => {
    const wanted = (text: string) => ({ text, purpose: 'act', replyBy: '2099-12-05T17:00' });
    const codes = ['TB.01', 'TB.02', 'TB.03', 'TB.04', 'TB.05'];
    const draft = await aDraft(office, { addressees: codes.map(wanted), abstract: 'báo cáo' });
    const id = await draftedBy(await office.as('chuyenvien'), draft);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const rows: { id: string; code: string; agency_id: string }[] = await office.database.query(
      `SELECT id, code, agency_id FROM recipients
       WHERE dispatch_id = $1 AND reply_by IS NOT NULL ORDER BY code`,
      [id],
    );
    expect(rows.map(({ code }) => code)).toEqual(codes);
    const overdue = (...ids: string[]) =>
      office.database.query(
        `UPDATE recipients SET reply_by = now() - interval '1 second' WHERE id = ANY ($1)`,
        [ids],
      );
    const report = (recipient: string) =>
      office.anyone
        .post(`/api/reports/${linkToken(office.config.keys, recipient)}`)
        .send({ status: 6, note: 'Không có vướng mắc.', ...PERSON })
        .expect(200);
    const [prompt, slow, silent, refusing] = rows as [
      ...[(typeof rows)[0], (typeof rows)[0], (typeof rows)[0], (typeof rows)[0]],
    ];
    await report(prompt.id);
    await overdue(slow.id, silent.id, refusing.id);
    await report(slow.id);
    const refusal = { reason: 'wrong-addressee', ...PERSON };
    await office.anyone
      .post(`/api/refusals/${linkToken(office.config.keys, refusing.id)}`)
      .send(refusal)
      .expect(200);

    const { weeks, silent: owing } = await punctuality();
    const replies = { total: 5, punctual: 1, tardy: 1, late: 1, open: 2 };
    expect(weeks.at(-1).replies).toEqual(replies);
    expect(owing).toMatchObject([{ id: silent.agency_id, late: 1 }]);
    const lines = (await leader.get('/api/board').expect(200)).body;
    expect(lines[0].replies).toEqual({ wanted: 5, given: 2, late: 1 });
    expect(lines[1].replies).toEqual({ wanted: 0, given: 0, late: 0 });
    const { body } = await leader.get(`/api/dispatches/${id}/progress`).expect(200);
    expect(body.replies).toMatchObject(lines[0].replies);

    const { text } = await leader.get('/board').expect(200);
    expect(text).toContain('Tỷ lệ trả lời đúng hạn theo tuần: ');
    expect(text).toContain('Cơ quan còn nợ trả lời');
    const words = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Quá hạn trả lời 1 trên 5 lượt cần trả lời, 1 lượt trả lời muộn');
    expect(words).toContain('2/5 1 quá hạn');
    const way = `/dispatches/${id}/progress?reply=late`;
    expect(text).toContain(`href="${way}"`);
    expect((await leader.get(way).expect(200)).text).toContain(`href="/recipients/${silent.id}"`);

    await clerk
      .post(`/api/dispatches/${id}/recall`)
      .send({ reason: 'Sai thời hạn.', basis: 'Ý kiến của Giám đốc Sở' })
      .expect(201);
    const after = await punctuality();
    expect(after.weeks.at(-1).replies).toEqual({ ...replies, late: 0, open: 3 });
    expect(after.silent).toEqual([]);
  });

  it('is drawn and listed', async () => {
    const { text } = await leader.get('/board').expect(200);
    expect(text).toContain('Tỷ lệ xác nhận đúng hạn theo tuần: ');
    expect(text).toContain('Thời gian xác nhận theo tuần: ');
    expect(text).toContain('Số liệu theo tuần</summary>');
    expect(text).toContain('Hỏa tốc');
  });

  const answer = (recipient: string) =>
    office.anyone
      .post(`/api/acknowledgements/${linkToken(office.config.keys, recipient)}`)
      .send(PERSON)
      .expect(200);
});
