import { scaledDirectory } from '../../src/embedded/sample/sample-directory.ts';
import { describeWith } from '../documents/outside-tool.ts';
import { checkedEvidence, forgedEvidence, unpackedEvidence } from '../support/evidence-bundle.ts';
import { linkToken } from '../../src/delivery/personal-link.ts';
import type { Browser } from '../support/office.ts';
import { aDraft, draftedBy, signed } from '../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../support/sending-office.ts';
import { until } from '../support/until.ts';

const WHY = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };
const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

describeWith(['unzip'], 'what is kept of a recall', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let drafter: Browser;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(90) });
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const issuedTo = async (...names: string[]) => {
    const lines = {
      addressees: names.map((text) => ({ text })),
      copies: [{ text: 'Lưu: VT' }],
    };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    return id;
  };
  const counts = async (id: string) =>
    (await clerk.get(`/api/dispatches/${id}/progress`).expect(200)).body.total;
  const recall = (id: string, body: object = {}) =>
    clerk.post(`/api/dispatches/${id}/recall`).send({ ...WHY, ...body });
  const sent = (id: string) =>
    until('everything is sent', async () => ((await counts(id)).waiting === 0 ? true : undefined));
  const recipientOf = async (id: string, code: string) => {
    const [row] = await office.database.query(
      'SELECT id FROM recipients WHERE dispatch_id = $1 AND code = $2',
      [id, code],
    );
    return row.id as string;
  };
  const tokenOf = (recipient: string) => linkToken(office.config.linkSecret, recipient);

  it('stands in the register, and what each recipient said in the lists that are taken along', async () => {
    const id = await issuedTo('TB.40', 'TB.41');
    await sent(id);
    const link = tokenOf(await recipientOf(id, 'TB.40'));
    await recall(id).expect(201);
    const agreed = { answer: 'agreed', ...PERSON };
    await office.anyone.post(`/api/recall-answers/${link}`).send(agreed).expect(200);
    const { text } = await clerk.get(`/api/dispatches/${id}/recipients.csv`).expect(200);
    expect(text).toMatch(/TB\.40,.*,Đồng ý \(15\),/);
    expect(text).toMatch(/TB\.41,.*,Chờ trả lời \(13\),/);
    const register = await clerk.get('/api/register').expect(200);
    const line = register.body.items.find((each: { dispatchId: string }) => each.dispatchId === id);
    expect(line.note).toMatch(/^Đã thu hồi ngày \d{2}\/\d{2}\/\d{4}: Sai thời hạn báo cáo$/);
    expect((await clerk.get('/register').expect(200)).text).toContain(line.note);
  });

  it('is a file of its own in the evidence, held against lines, recipients and journal', async () => {
    const asked = { text: 'TB.42', purpose: 'act', replyBy: '2099-12-05T17:00' };
    const draft = await aDraft(office, { addressees: [asked], copies: [{ text: 'TB.43' }] });
    const id = await draftedBy(drafter, draft);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await sent(id);
    const recipient = await recipientOf(id, 'TB.42');
    await recall(id, { recipientId: recipient }).expect(201);
    const agreed = { answer: 'agreed', isRemoved: true, ...PERSON };
    await office.anyone
      .post(`/api/recall-answers/${tokenOf(recipient)}`)
      .send(agreed)
      .expect(200);
    const folder = await unpackedEvidence(clerk, id);
    const said = checkedEvidence(folder);
    expect(said).toContain('Đã thu hồi ở 1 nơi nhận: 1 nơi đồng ý, 1 nơi đã xóa tệp.');
    expect(said).toContain('Mọi thứ khớp.');
    const forged = (name: string, from: string, to: string) =>
      forgedEvidence(folder, name, (text) => text.replace(from, to));
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
