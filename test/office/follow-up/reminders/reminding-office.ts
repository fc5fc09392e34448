import { Clock } from '../../../../src/platform/time/clock.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { RemindersService } from '../../../../src/office/follow-up/reminders/reminders.service.ts';
import { PeriodicTasks } from '../../../../src/platform/process/periodic-tasks.ts';
import { sendingOffice } from '../../../support/sending-office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';
import { until } from '../../../support/until.ts';

export const FRIDAY = '2026-11-27';

export interface Commune {
  id: string;
  name: string;
  email: string;
  /** Address of the agency above it. */
  parent: string;
}

interface Reminded {
  to: string;
  rung: string;
  state: string;
  id: string;
}

export const moment = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);

/** The words of a page. */
export const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

export type RemindingOffice = Awaited<ReturnType<typeof remindingOffice>>;

/** A sending office whose clock and sweep of reminders the stories hold in their hands; three communes under one district. */
export async function remindingOffice() {
  const office = await sendingOffice({ directory: scaledDirectory(80) });
  await office.app.get(PeriodicTasks.token('reminders'), { strict: false }).onApplicationShutdown();
  const clerk = await office.as('vanthu');
  await office.database.query(`UPDATE reminder_steps SET set_at = '2026-01-01'`);
  const communes: Commune[] = await office.database.query(
    `SELECT agency.id, agency.name, agency.email, parent.email AS parent
     FROM agencies agency JOIN agencies parent ON parent.id = agency.parent_id
     WHERE agency.kind = 'commune' AND agency.parent_id = (
       SELECT parent_id FROM agencies WHERE kind = 'commune' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)
     ORDER BY agency.email LIMIT 3`,
  );
  const before = new Map<string, number>();

  const mailsOf = (id: string): Promise<Reminded[]> =>
    office.database.query(
      `SELECT mail.id, address AS to, rung, state FROM reminder_mails mail
       JOIN reminder_steps step ON step.id = step_id
       WHERE dispatch_id = $1 ORDER BY made_at, rung, address`,
      [id],
    );

  return {
    office,
    clerk,
    communes,
    mailsOf,
    itIs(text: string) {
      office.app.get(Clock).now = () => moment(text);
    },
    sweep: () => office.app.get(RemindersService, { strict: false }).sweep(),
    rungs: async (id: string) => (await mailsOf(id)).map(({ rung }) => rung),
    progress: async (id: string) =>
      words((await clerk.get(`/dispatches/${id}/progress`).expect(200)).text),

    /** Delivered on Friday at nine, to be acknowledged by five. */
    async aDispatch(to = communes) {
      const addressees = to.map(({ name }) => ({ text: name }));
      const copies = [{ text: 'Như trên' }, { text: 'Lưu: VT, BCVT' }];
      const draft = await aDraft(office, { addressees, copies });
      const id = await draftedBy(await office.as('chuyenvien'), draft);
      await signed(office, id);
      await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
      await until('all are delivered', async () => {
        const { body } = await clerk.get(`/api/dispatches/${id}/progress`);
        return body.total.delivered === to.length;
      });
      await office.database.query(
        `UPDATE recipients SET acknowledge_by = $2 WHERE dispatch_id = $1`,
        [id, moment(`${FRIDAY} 17:00`)],
      );
      for (const table of ['issuances', 'standings']) {
        await office.database.query(`UPDATE ${table} SET issued_at = $2 WHERE dispatch_id = $1`, [
          id,
          moment(`${FRIDAY} 09:00`),
        ]);
      }
      before.set(id, office.mailbox.count);
      return id;
    },

    /** What really arrived about this dispatch, beside the dispatch itself. */
    async arrived(id: string) {
      const mails = await mailsOf(id);
      const ids = new Set(mails.map((mail) => `<${mail.id}@noi-nhan.example>`));
      const all = [];
      for (let number = before.get(id)! + 1; number <= office.mailbox.count; number += 1) {
        const { messageId, ...mail } = await office.mailbox.read(number);
        const to = JSON.stringify(mail.to);
        if (ids.has(messageId!)) all.push({ ...mail, to: /<([\w.-]+@[\w.-]+)>/.exec(to)![1]! });
      }
      return all;
    },
    close: () => office.close(),
  };
}
