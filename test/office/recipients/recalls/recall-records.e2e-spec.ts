import { describeWith } from '../../../engines/page/outside-tool.ts';
import {
  checkedEvidence,
  forgedEvidence,
  unpackedEvidence,
} from '../../../support/evidence-bundle.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { PERSON, recallingOffice, type RecallingOffice } from './recalling-office.ts';

describeWith(['unzip'], 'what is kept of a recall', () => {
  let desk: RecallingOffice;

  beforeAll(async () => {
    desk = await recallingOffice();
  });
  afterAll(() => desk?.office.close());

  it('stands in the register, and what each recipient said in the lists that are taken along', async () => {
    const id = await desk.issuedTo('TB.40', 'TB.41');
    await desk.sent(id);
    const link = desk.tokenOf(await desk.recipientOf(id, 'TB.40'));
    await desk.recall(id).expect(201);
    const agreed = { answer: 'agreed', ...PERSON };
    await desk.office.anyone.post(`/api/recall-answers/${link}`).send(agreed).expect(200);
    const { text } = await desk.clerk.get(`/api/dispatches/${id}/recipients.csv`).expect(200);
    expect(text).toMatch(/TB\.40,.*,Đồng ý \(15\),/);
    expect(text).toMatch(/TB\.41,.*,Chờ trả lời \(13\),/);
    const register = await desk.clerk.get('/api/register').expect(200);
    const line = register.body.items.find((each: { dispatchId: string }) => each.dispatchId === id);
    expect(line.note).toMatch(/^Đã thu hồi ngày \d{2}\/\d{2}\/\d{4}: Sai thời hạn báo cáo$/);
    expect((await desk.clerk.get('/register').expect(200)).text).toContain(line.note);
  });

  it('has no room for what was told before: nobody confirms it, and the desk waits for nothing', async () => {
    const id = await desk.issuedTo('TB.45');
    await desk.sent(id);
    const page = `/recipients/${await desk.recipientOf(id, 'TB.45')}`;
    const told = { ...PERSON, how: 'telephone', saidAt: new Date().toISOString(), note: 'Đã nhận' };
    await desk.clerk.post(`${page}/acknowledgement`).field(told).expect(303);
    const leader = await desk.office.as('lanhdao');
    const before = await leader.get(page).expect(200);
    const confirm = /action="(\/recipients\/[^"]+\/confirmation)"/.exec(before.text)![1]!;
    expect((await desk.clerk.get('/desk')).text).toContain('chờ người thứ hai');
    await desk.recall(id).expect(201);
    await leader.post(confirm).expect(409);
    expect(await desk.counts(id)).toMatchObject({ withdrawn: 1, acknowledged: 0 });
    expect((await leader.get(page).expect(200)).text).not.toContain(confirm);
    expect((await desk.clerk.get('/desk')).text).not.toContain('chờ người thứ hai');
  });

  it('is a file of its own in the evidence, held against lines, recipients and journal', async () => {
    const asked = { text: 'TB.42', purpose: 'act', replyBy: '2099-12-05T17:00' };
    const draft = await aDraft(desk.office, { addressees: [asked], copies: [{ text: 'TB.43' }] });
    const id = await draftedBy(desk.drafter, draft);
    await signed(desk.office, id);
    await desk.clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await desk.sent(id);
    const recipient = await desk.recipientOf(id, 'TB.42');
    await desk.recall(id, { recipientId: recipient }).expect(201);
    const agreed = { answer: 'agreed', isRemoved: true, ...PERSON };
    await desk.office.anyone
      .post(`/api/recall-answers/${desk.tokenOf(recipient)}`)
      .send(agreed)
      .expect(200);
    const folder = await unpackedEvidence(desk.clerk, id);
    const said = checkedEvidence(folder);
    expect(said).toContain('Đã thu hồi ở 1 nơi nhận: 1 nơi đồng ý, 1 nơi đã xóa tệp.');
    expect(said).toContain('Mọi thứ khớp.');
    const forged = (name: string, from: string, to: string) =>
      forgedEvidence(folder, name, (text) => text.replaceAll(from, to));
    expect(await forged('thu-hoi.json', '"TB.42"', '"TB.99"')).toContain(
      'thu-hoi.json: TB.99 không phải nơi nhận.',
    );
    expect(await forged('thu-hoi.json', '"asked"', '"cancelled"')).toContain(
      'thu-hoi.json: TB.42 không được hỏi mà có thư hoặc câu trả lời.',
    );
    expect(await forgedEvidence(folder, 'thu-hoi.json', () => '[]')).toContain(
      'thu-hoi.json: có 0 lần thu hồi, nhật ký ghi 1.',
    );
    expect(await forged('noi-nhan.json', '"act"', '"know"')).toContain(
      'noi-nhan.json: TB.42 ghi khác với dòng của mình.',
    );
  });
});
