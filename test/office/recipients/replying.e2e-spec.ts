import { access, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { checkedEvidence, unpackedEvidence } from '../../support/evidence-bundle.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };
const REPLY = { status: 6, reference: '12/UBND-VX', dated: '2026-11-30', ...PERSON };

describeWith(['unzip'], 'an answer that is wanted', () => {
  let office: SendingOffice;
  let drafter: Browser;
  let clerk: Browser;
  let id: string;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(90) });
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
    const wanted = (text: string) => ({ text, purpose: 'act', replyBy: '2099-12-05T17:00' });
    const draft = await aDraft(office, {
      addressees: [wanted('TB.01'), wanted('TB.02'), wanted('TB.03'), wanted('TB.04')],
      copies: [{ text: 'TB.05', purpose: 'know' }],
    });
    id = await draftedBy(drafter, draft);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
  });
  afterAll(() => office?.close());

  const recipientOf = async (code: string): Promise<string> => {
    const where = 'SELECT id FROM recipients WHERE dispatch_id = $1 AND code = $2';
    return (await office.database.query(where, [id, code]))[0].id;
  };
  const tokenOf = async (code: string) => linkToken(office.config.keys, await recipientOf(code));
  const replies = async () =>
    (await clerk.get(`/api/dispatches/${id}/progress`).expect(200)).body.replies;
  const found = async (reply: string) => {
    const { body } = await clerk.get(`/api/dispatches/${id}/recipients?reply=${reply}`).expect(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map(({ code }: { code: string }) => code);
  };
  /** As if the deadline of one recipient were over. */
  const overdue = async (code: string) =>
    office.database.query(
      `UPDATE recipients SET reply_by = now() - interval '1 day' WHERE id = $1`,
      [await recipientOf(code)],
    );

  it('is asked for on the link page once the dispatch is acknowledged, and given there', async () => {
    expect(await replies()).toEqual({
      ...{ wanted: 4, given: 0, late: 0, replyBy: '2099-12-05T10:00:00.000Z' },
    });
    const link = `/a/${await tokenOf('TB.01')}`;
    const send = (path: string, fields: object) =>
      office.anyone.post(`${link}/${path}`).type('form').send(fields);
    expect((await office.anyone.get(link)).text).not.toContain('Gửi trả lời');
    await send('acknowledgement', PERSON).expect(303);
    expect((await office.anyone.get(link)).text).toContain('Gửi trả lời');
    await send('report', { status: '4', ...PERSON }).expect(303);
    const empty = await send('report', { ...REPLY, reference: '' }).expect(422);
    expect(empty.text).toContain('Ghi số, ký hiệu văn bản trả lời, hoặc nội dung trả lời.');
    expect(empty.text).toContain('value="2026-11-30"');
    await send('report', REPLY).expect(303);
    await send('report', { ...REPLY, reference: '13/UBND-VX' }).expect(303); // the first counts
    const page = await office.anyone.get(link).expect(200);
    expect(page.text).toContain('văn bản số 12/UBND-VX ngày 30/11/2026');
    expect(page.text).not.toContain('Gửi trả lời');
    expect(await replies()).toMatchObject({ wanted: 4, given: 1, late: 0 });
  });

  it('is given by an agency’s system, in words if there is no dispatch, and never without either', async () => {
    const token = await tokenOf('TB.02');
    const report = (body: object) => office.anyone.post(`/api/reports/${token}`).send(body);
    const { body } = await report({ status: 6, ...PERSON }).expect(422);
    expect(body.errors).toMatchObject([{ path: 'reference' }]);
    const said = await report({ status: 6, note: 'Không có vướng mắc.', ...PERSON }).expect(200);
    expect(said.body).toMatchObject({ status: 6, repliedAt: expect.any(String) });
    const again = await report({ status: 5, ...PERSON }).expect(200);
    expect(again.body).toMatchObject({ status: 6, repliedAt: said.body.repliedAt });
  });

  it('is handed in as a file by an agency’s system, by the same door as the form’s', async () => {
    const token = await tokenOf('TB.05');
    const send = (status: string, bytes: string) =>
      office.anyone
        .post(`/api/reports/${token}`)
        .field({ status, ...PERSON })
        .attach('file', Buffer.from(bytes), 'tra-loi.pdf');
    const early = await send('5', '%PDF-1.7 trả lời').expect(422);
    expect(early.body.errors).toMatchObject([{ path: 'file' }]);
    await send('6', 'MZ is no paper').expect(409);
    await send('6', `%PDF-1.7 ${'x'.repeat(10_000_000)}`).expect(413);
    const inWords = { status: 6, ...PERSON, file: 'JVBERi0xLjcK' };
    const wrong = await office.anyone.post(`/api/reports/${token}`).send(inWords).expect(422);
    expect(wrong.body.errors).toMatchObject([{ path: 'file' }]);
    expect((await office.anyone.get(`/a/${token}`)).text).not.toContain('Đã trả lời');

    const { body } = await send('6', '%PDF-1.7 trả lời').expect(200);
    expect(body).toMatchObject({ status: 6, repliedAt: expect.any(String) });
    await send('6', '%PDF-1.7 another').expect(200); // the first counts
    const path = `/recipients/${await recipientOf('TB.05')}`;
    const kept = (await clerk.get(path).expect(200)).text;
    const [file] = /\/recipients\/[\w-]+\/evidence\/\w{64}/.exec(kept)!;
    const { body: bytes } = await clerk.get(file).expect(200).expect('Content-Type', /pdf/);
    expect(bytes.toString()).toBe('%PDF-1.7 trả lời');
  });

  it('that came on paper is written down by the clerk', async () => {
    const path = `/recipients/${await recipientOf('TB.03')}`;
    const page = await clerk.get(path).expect(200);
    expect(page.text).toContain('Chưa trả lời');
    const write = (by: Browser, fields: object) =>
      by
        .post(`${path}/reply`)
        .type('form')
        .send({ form: 'reply', how: 'paper', ...fields });
    await write(drafter, { reference: '7/PVHTT', ...PERSON }).expect(403);
    const wrong = await write(clerk, { reference: '7/PVHTT' }).expect(422);
    expect(wrong.text).toContain('value="7/PVHTT"');
    expect((await write(clerk, PERSON).expect(422)).text).toContain('hoặc nội dung trả lời.');
    const attached = (file: string) =>
      clerk
        .post(`${path}/reply`)
        .field({ form: 'reply', how: 'paper', reference: '7/PVHTT', ...PERSON })
        .attach('file', Buffer.from(file), 'tra-loi.pdf');
    await attached('MZ is no paper').expect(409);
    await attached('%PDF-1.7 trả lời').expect(303);
    const twice = await attached('%PDF-1.7 trả lời lần nữa').expect(409);
    expect(twice.text).toContain('Nơi này đã trả lời rồi');
    const noted = `SELECT FROM journal_entries WHERE verb = 'entered-reply'`;
    expect(await office.database.query(noted)).toHaveLength(1);
    const kept = (await clerk.get(path).expect(200)).text;
    expect(kept).toContain('Trả lời: văn bản số 7/PVHTT; tệp kèm theo.');
    const file = /\/recipients\/[\w-]+\/evidence\/\w{64}/.exec(kept)![0];
    await clerk.get(file).expect(200).expect('Content-Type', /pdf/);
    await expect(office.database.query(`DELETE FROM replies`)).rejects.toThrow();
  });

  it('stands in the evidence', async () => {
    const folder = await unpackedEvidence(clerk, id);
    const said = checkedEvidence(folder);
    await access(join(folder, 'tra-loi/TB.03.pdf'));
    await unlink(join(folder, 'tra-loi/TB.03.pdf'));
    expect(checkedEvidence(folder)).toContain('tra-loi/TB.03.pdf: bị thiếu.');
    expect(said).toContain('4 nơi cần trả lời, 3 nơi đã trả lời.');
    expect(said).toContain('1 nơi trả lời dù không được yêu cầu.');
    expect(said).toContain('Mọi thứ khớp.');
  });

  it('is late after its deadline, whoever acknowledged; the lists say who', async () => {
    await overdue('TB.04');
    await overdue('TB.01');
    expect(await replies()).toMatchObject({
      wanted: 4,
      given: 3,
      late: 1,
      replyBy: expect.any(String),
    });
    expect(await found('late')).toEqual(['TB.04']);
    expect(await found('owed')).toEqual(['TB.04']);
    expect(await found('given')).toEqual(['TB.01', 'TB.02', 'TB.03']);
    const { text } = await clerk.get(`/dispatches/${id}/progress`).expect(200);
    expect(text).toContain('1 nơi quá hạn');
    expect((await clerk.get('/desk').expect(200)).text).toContain('1 nơi quá hạn trả lời.');
    expect(text).toMatch(/Quá hạn trả lời từ \d\d:\d\d/);
    const csv = await clerk.get(`/api/dispatches/${id}/recipients.csv`).expect(200);
    expect(csv.text).toMatch(/TB\.01,.*,Đã trả lời,[^,]+,12\/UBND-VX,/);
    expect(csv.text).toMatch(/TB\.04,.*,Quá hạn trả lời,,,/);
  });

  it('is owed no more once the dispatch is sent back or recalled', async () => {
    const refusal = { reason: 'wrong-addressee', ...PERSON };
    const token = await tokenOf('TB.04');
    await office.anyone.post(`/api/refusals/${token}`).send(refusal).expect(200);
    expect(await replies()).toMatchObject({ late: 0, replyBy: null });
    const why = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };
    await clerk.post(`/api/dispatches/${id}/recall`).send(why).expect(201);
    await office.anyone.post(`/api/reports/${token}`).send(REPLY).expect(409);
    expect(await replies()).toMatchObject({ wanted: 4, given: 3, late: 0 });
  });
});
