import { testOffice, type Browser, type TestOffice } from '../support/office.ts';
import { seedId, signed } from '../support/seed.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';

/** Everybody who has not acknowledged is late by an hour; then the definition says they owe nothing. */
describe('what a recipient owes', () => {
  let office: TestOffice;
  let clerk: Browser;
  let id: string;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
    id = await seedId(office);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = now() - interval '1 hour',
                             reply_by = now() - interval '1 minute'`,
    );
    await office.database.query(
      `INSERT INTO reminders (recipient_id, step_id, dispatch_id, planned_for, fate)
       SELECT recipients.id, step.id, dispatch_id, now(), 'call'
       FROM recipients, reminder_steps step WHERE rung = 'telephone'`,
    );
  });
  afterAll(() => office?.close());

  /** What each page and list says of it. */
  const told = async () => {
    const progress = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    const late = await clerk.get(`/api/dispatches/${id}/recipients?late=true`).expect(200);
    const owing = await clerk.get(`/api/dispatches/${id}/recipients?reply=late`).expect(200);
    const calls = await clerk.get('/api/calls').expect(200);
    const reminders = await clerk.get(`/api/dispatches/${id}/reminders`).expect(200);
    const board = await clerk.get('/api/board').expect(200);
    const desk = await clerk.get('/desk').expect(200);
    const csv = await clerk.get(`/api/dispatches/${id}/recipients.csv?late=true`).expect(200);
    return {
      progress: progress.body.total.late,
      repliesLate: progress.body.replies.late,
      late: late.body.total,
      owing: owing.body.total,
      calls: calls.body.total,
      reminders: reminders.body.owing,
      replies: reminders.body.owingReplies,
      board: board.body[0].counts.late,
      desk: desk.text.includes('80 nơi quá hạn chưa xác nhận'),
      csv: csv.text.trim().split('\n').length - 1,
    };
  };

  it('is decided in one place: every page, list and export follows when that changes', async () => {
    const before = await told();
    expect(before).toMatchObject({
      progress: 80,
      repliesLate: 80,
      late: 80,
      owing: 80,
      reminders: 80,
      replies: 80,
      calls: 160,
      csv: 80,
      board: 80,
      desk: true,
    });
    await office.database.query(
      `CREATE OR REPLACE FUNCTION owes_receipt(state text) RETURNS boolean
         LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN state = 'nobody';
       CREATE OR REPLACE FUNCTION owes_reply(reply text) RETURNS boolean
         LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN reply = 'nobody'`,
    );
    await office.database.query('SELECT recount_everything()');
    expect(await told()).toMatchObject({
      progress: 0,
      repliesLate: 0,
      late: 0,
      owing: 0,
      reminders: 0,
      replies: 0,
      calls: 0,
      csv: 0,
      board: 0,
      desk: false,
    });
  });
});
