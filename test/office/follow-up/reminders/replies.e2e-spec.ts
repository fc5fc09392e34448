import { Clock } from '../../../../src/platform/time/clock.ts';
import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { Planner } from '../../../../src/office/follow-up/reminders/planner.ts';
import { RemindersService } from '../../../../src/office/follow-up/reminders/reminders.service.ts';
import { PeriodicTasks } from '../../../../src/platform/process/periodic-tasks.ts';
import type { Browser } from '../../../support/office.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { until } from '../../../support/until.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };
const WHY = { reason: 'Sai thời hạn báo cáo.', basis: 'Ý kiến của Giám đốc Sở' };
/** A working day; the answer is wanted by ten on the next one. */
const MONDAY = '2026-11-30';
const DEADLINE = '2026-12-01 10:00';

describe('reminders of answers, and of what was recalled', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let codes: string[];

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    await office.app
      .get(PeriodicTasks.token('reminders'), { strict: false })
      .onApplicationShutdown();
    clerk = await office.as('vanthu');
    await office.database.query(`UPDATE reminder_steps SET set_at = '2026-01-01'`);
    const rows: { code: string }[] = await office.database.query(
      `SELECT code FROM agencies WHERE kind = 'commune' ORDER BY code LIMIT 3`,
    );
    codes = rows.map(({ code }) => code);
  });
  afterAll(() => office?.close());

  const moment = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);
  const itIs = (text: string) => {
    office.app.get(Clock).now = () => moment(text);
  };
  const sweep = () => office.app.get(RemindersService, { strict: false }).sweep();

  /** Delivered on Friday, to be acknowledged by Monday noon and answered by Tuesday at ten. */
  const aDispatch = async () => {
    const addressees = codes.map((text) => ({ text, purpose: 'act', replyBy: '2099-12-05T17:00' }));
    const id = await draftedBy(
      await office.as('chuyenvien'),
      await aDraft(office, { addressees, copies: [{ text: 'Lưu: VT' }] }),
    );
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await until('all are delivered', async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`);
      return body.total.delivered === codes.length;
    });
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = $2, reply_by = $3 WHERE dispatch_id = $1`,
      [id, moment(`${MONDAY} 12:00`), moment(DEADLINE)],
    );
    await office.database.query(`UPDATE standings SET issued_at = $2 WHERE dispatch_id = $1`, [
      id,
      moment('2026-11-27 09:00'),
    ]);
    await office.database.query(`UPDATE issuances SET issued_at = $2 WHERE dispatch_id = $1`, [
      id,
      moment('2026-11-27 09:00'),
    ]);
    return id;
  };
  const recipientOf = async (id: string, code: string): Promise<string> => {
    const where = 'SELECT id FROM recipients WHERE dispatch_id = $1 AND code = $2';
    return (await office.database.query(where, [id, code]))[0].id;
  };
  const tokenOf = async (id: string, code: string) =>
    linkToken(office.config.keys, await recipientOf(id, code));
  const acknowledge = async (id: string) => {
    for (const code of codes) {
      const path = `/api/acknowledgements/${await tokenOf(id, code)}`;
      await office.anyone.post(path).send(PERSON).expect(200);
    }
  };
  const mailsOf = (
    id: string,
  ): Promise<{ id: string; concerns: string; rung: string; amount: number; state: string }[]> =>
    office.database.query(
      `SELECT mail.id, concerns, rung, amount, state FROM reminder_mails mail
       JOIN reminder_steps step ON step.id = step_id
       WHERE dispatch_id = $1 ORDER BY made_at, rung, mail.id`,
      [id],
    );
  const steps = async (id: string) =>
    (await mailsOf(id)).map(({ concerns, rung, amount }) => `${concerns} ${rung} ${amount}`);
  const letter = async (id: string) => {
    for (let number = office.mailbox.count; number > 0; number -= 1) {
      const mail = await office.mailbox.read(number);
      if (mail.messageId === `<${id}@noi-nhan.example>`) return mail;
    }
    throw new Error('It did not arrive.');
  };
  const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  const progress = async (id: string) =>
    words((await clerk.get(`/dispatches/${id}/progress`).expect(200)).text);

  it('asks before, at and after the deadline whoever has not answered, then tells the clerk', async () => {
    const id = await aDispatch();
    await acknowledge(id);
    itIs(`${MONDAY} 09:59`);
    await sweep();
    expect(await mailsOf(id)).toEqual([]);
    expect(await progress(id)).toContain(
      '10:00 30/11/2026 Nơi nhận, 1 ngày làm việc trước hạn trả lời (hạn 10:00 01/12/2026): ' +
        '3 nơi nếu khi đó vẫn chưa trả lời, còn 1 phút',
    );
    itIs(`${MONDAY} 10:00`);
    await sweep();
    await sweep();
    expect(await steps(id)).toEqual(Array.from({ length: 3 }, () => 'reply recipient -1'));
    const mail = await letter((await mailsOf(id))[0]!.id);
    expect(mail.subject).toContain('Nhắc trả lời văn bản');
    expect(mail.text).toContain('Đề nghị trả lời trước 10:00 01/12/2026.');

    const first = await tokenOf(id, codes[0]!);
    const answer = { status: 6, reference: '12/UBND-VX', ...PERSON };
    await office.anyone.post(`/api/reports/${first}`).send(answer).expect(200);
    itIs('2026-12-01 10:00');
    await sweep();
    expect((await steps(id)).slice(3)).toEqual(['reply recipient 0', 'reply recipient 0']);

    const paper = { how: 'paper', reference: '7/UBND', ...PERSON };
    await clerk
      .post(`/recipients/${await recipientOf(id, codes[1]!)}/reply`)
      .type('form')
      .send(paper)
      .expect(303);
    itIs('2026-12-02 10:00');
    await sweep();
    expect((await steps(id)).slice(5)).toEqual(['reply clerk 1', 'reply recipient 1']);
    const [digest] = (await mailsOf(id)).slice(5);
    expect((await letter(digest!.id)).text).toContain('Còn 1 nơi chưa trả lời, 1 nơi quá hạn.');
    expect(await progress(id)).toContain('Văn thư, 1 ngày làm việc sau hạn trả lời: về 1 nơi');
  });

  it('asks for receipt and answer apart: who has acknowledged is asked for the answer alone', async () => {
    const id = await aDispatch();
    const token = await tokenOf(id, codes[0]!);
    await office.anyone.post(`/api/acknowledgements/${token}`).send(PERSON).expect(200);
    itIs(`${MONDAY} 10:30`);
    await sweep();
    const count = async (step: string) => (await steps(id)).filter((one) => one === step).length;
    expect(await count('acknowledgement recipient -2')).toBe(2);
    expect(await count('reply recipient -1')).toBe(3);
  });

  it('puts whose answer is late on the list of calls until the answer is there, whoever acknowledged', async () => {
    const id = await aDispatch();
    const token = await tokenOf(id, codes[0]!);
    await office.anyone.post(`/api/acknowledgements/${token}`).send(PERSON).expect(200);
    itIs('2026-12-04 10:00');
    await sweep();
    await sweep();
    const calls = async () => {
      const { body } = await clerk.get('/api/calls').expect(200);
      const own = body.items.filter((call: { dispatchId: string }) => call.dispatchId === id);
      expect(body.total).toBe(body.items.length);
      return own.map(({ concerns, deadline, recipientId }: Record<string, string>) => {
        expect(deadline).toBe(
          moment(concerns === 'reply' ? DEADLINE : `${MONDAY} 12:00`).toISOString(),
        );
        return `${recipientId} ${concerns}`;
      });
    };
    const [first, second, third] = await Promise.all(codes.map((code) => recipientOf(id, code)));
    expect((await calls()).toSorted()).toEqual(
      [
        ...[first, second, third].map((recipient) => `${recipient} reply`),
        ...[second, third].map((recipient) => `${recipient} acknowledgement`),
      ].toSorted(),
    );
    const page = await clerk.get('/calls').expect(200);
    expect(words(page.text)).toContain('chưa trả lời, quá hạn từ 10:00 01/12/2026, đã 3 ngày');
    const wayOut = `/recipients/${first}#reply-how`;
    expect(page.text).toContain(`href="${wayOut}"`);
    expect((await clerk.get(wayOut)).text).toContain('id="reply-how"');

    const told = { how: 'telephone', note: 'Không có vướng mắc.', ...PERSON };
    await clerk.post(`/recipients/${first}/reply`).type('form').send(told).expect(303);
    const answer = { status: 6, reference: '12/UBND-VX', ...PERSON };
    const path = `/api/reports/${await tokenOf(id, codes[1]!)}`;
    await office.anyone.post(path).send(answer).expect(200); // acknowledges as well
    expect((await calls()).toSorted()).toEqual([`${third} acknowledgement`, `${third} reply`]);
    await clerk.post(`/api/dispatches/${id}/recall`).send(WHY).expect(201);
    expect(await calls()).toEqual([]);
  });

  it('asks nobody from whom it was recalled, for nothing, whoever acknowledged before', async () => {
    const id = await aDispatch();
    const token = await tokenOf(id, codes[0]!);
    await office.anyone.post(`/api/acknowledgements/${token}`).send(PERSON).expect(200);
    const only = { ...WHY, recipientId: await recipientOf(id, codes[0]!) };
    await clerk.post(`/api/dispatches/${id}/recall`).send(only).expect(201);
    itIs(`${MONDAY} 10:30`);
    await sweep();
    expect((await steps(id)).toSorted()).toEqual([
      'acknowledgement recipient -2',
      'acknowledgement recipient -2',
      'reply recipient -1',
      'reply recipient -1',
    ]);
    await clerk.post(`/api/dispatches/${id}/recall`).send(WHY).expect(201);
    for (const later of ['2026-12-01 10:00', '2026-12-03 16:00', '2026-12-07 16:00']) {
      itIs(later);
      await sweep();
    }
    expect(await mailsOf(id)).toHaveLength(4);
    const { body } = await clerk.get('/api/calls').expect(200);
    expect(body.items.filter((call: { dispatchId: string }) => call.dispatchId === id)).toEqual([]);
    expect(await progress(id)).toContain('Không còn nơi nào phải nhắc.');
  });

  it('drops what waited when it was recalled', async () => {
    const id = await aDispatch();
    itIs(`${MONDAY} 10:30`);
    await office.app.get(Planner, { strict: false }).plan();
    expect(await mailsOf(id)).toHaveLength(6);
    await clerk.post(`/api/dispatches/${id}/recall`).send(WHY).expect(201);
    await sweep();
    expect(new Set((await mailsOf(id)).map(({ state }) => state))).toEqual(new Set(['dropped']));
  });

  it('is silent while the run is paused, and stays so when it is recalled meanwhile', async () => {
    const id = await aDispatch();
    await clerk.post(`/api/dispatches/${id}/pause`).expect(204);
    itIs(`${MONDAY} 10:30`);
    await sweep();
    expect(await mailsOf(id)).toEqual([]);
    await clerk.post(`/api/dispatches/${id}/recall`).send(WHY).expect(201);
    await clerk.post(`/api/dispatches/${id}/pause/end`).expect(204);
    itIs('2026-12-02 10:00');
    await sweep();
    expect(await mailsOf(id)).toEqual([]);
  });
});
