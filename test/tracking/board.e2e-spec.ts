import { linkToken } from '../../src/delivery/personal-link.ts';
import { scaledDirectory } from '../../src/embedded/sample/sample-directory.ts';
import type { Browser } from '../support/office.ts';
import { aDraft, draftedBy, signed } from '../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../support/sending-office.ts';
import { until } from '../support/until.ts';

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

  it('is drawn and listed', async () => {
    const { text } = await leader.get('/board').expect(200);
    expect(text).toContain('Tỷ lệ xác nhận đúng hạn theo tuần: ');
    expect(text).toContain('Thời gian xác nhận theo tuần: ');
    expect(text).toContain('Số liệu theo tuần</summary>');
    expect(text).toContain('Hỏa tốc');
  });

  const answer = (recipient: string) =>
    office.anyone
      .post(`/api/acknowledgements/${linkToken(office.config.linkSecret, recipient)}`)
      .send(PERSON)
      .expect(200);
});
