import { eraseFromJournal } from '../../../src/office/administration/personal-data/erase-from-journal.ts';
import { aStranger } from '../../support/people.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { JournalOffice } from './journal-office.ts';

describe('the journal of a dispatch', () => {
  let here: JournalOffice;

  beforeAll(async () => {
    here = await JournalOffice.open();
  });
  afterAll(() => here?.close());

  it('says who read a dispatch: once for each person and day', async () => {
    const drafter = await here.office.as('chuyenvien');
    const other = await draftedBy(drafter, await aDraft(here.office));
    const readings = async () =>
      (
        await here.office.database.query(
          `SELECT username FROM journal_entries JOIN accounts ON accounts.id = account_id
           WHERE verb = 'read' AND subject_id = $1 ORDER BY journal_entries.id`,
          [other],
        )
      ).map(({ username }: { username: string }) => username);
    await drafter.get(`/dispatches/${other}/edit`).expect(200);
    await Promise.all([1, 2, 3].map(() => here.leader.get(`/dispatches/${other}`).expect(200)));
    await here.leader.get(`/dispatches/${other}/document.pdf`).expect(200);
    await here.leader.get(`/api/dispatches/${other}`).expect(200);
    expect(await readings()).toEqual(['chuyenvien', 'lanhdao']);
    await here.leader.get('/dispatches').expect(200);
    await here.clerk.head(`/api/dispatches/${other}/document`).expect(200);
    expect(await readings()).toEqual(['chuyenvien', 'lanhdao', 'vanthu']);
    await here.office.database.query(
      `INSERT INTO journal_entries (at, office_id, account_id, verb, subject_id)
       SELECT at - interval '1 day', office_id, account_id, verb, subject_id FROM journal_entries
       WHERE subject_id = $1 AND verb = 'read' ORDER BY id LIMIT 1`,
      [other],
    );
    expect(await readings()).toHaveLength(4);
  });

  it('is shown to leader and clerk, and to nobody else', async () => {
    const [token] = await here.tokens(1, 260);
    await here.acknowledge(token!);
    const page = await here.leader.get(`/dispatches/${here.id}/journal`).expect(200);
    expect(page.text).toContain('Xác nhận tiếp nhận<small>qua API');
    expect(page.text).toContain('Nguyễn Văn An<small>Văn thư xã, ');
    const acts = await here.clerk
      .get(`/dispatches/${here.id}/journal?kind=acts&page=99999`)
      .expect(200);
    expect(acts.text).not.toContain('Xem văn bản');
    const pages = await Promise.all(
      [1, 2, 3].map((n) => here.clerk.get(`/dispatches/${here.id}/journal?kind=acts&page=${n}`)),
    );
    const texts = pages.map(({ text }) => text).join('');
    expect(texts).toMatch(/số 1 ngày \d\d\/\d\d\/\d{4}, 300 nơi nhận/);
    expect(texts).toContain('IP ');
    const { body } = await here.leader
      .get(`/api/dispatches/${here.id}/journal?kind=readings`)
      .expect(200);
    expect(body.items.every(({ verb }: { verb: string }) => verb === 'read')).toBe(true);
    expect(body.head.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const username of ['chuyenvien', 'phogiamdoc']) {
      const person = await here.office.as(username);
      await person.get(`/dispatches/${here.id}/journal`).expect(403);
      await person.get(`/api/dispatches/${here.id}/journal`).expect(403);
      expect((await person.get(`/dispatches/${here.id}`).expect(200)).text).not.toContain(
        '/journal',
      );
    }
    expect((await here.leader.get(`/dispatches/${here.id}`).expect(200)).text).toContain(
      '/journal',
    );
    await aStranger(here.office, 'khach');
    const stranger = await here.office.as('khach');
    await stranger.get(`/dispatches/${here.id}/journal`).expect(404);
    await stranger.get(`/api/dispatches/${here.id}/journal`).expect(404);
  });

  it('forgets a person and stays whole', async () => {
    await here.leader.get(`/dispatches/${here.id}`).expect(200);
    const [token] = await here.tokens(1, 250);
    await here.office.anyone
      .post(`/api/acknowledgements/${token}`)
      .send({ name: 'Lê Thị Bình', post: 'Văn thư' })
      .expect(200);
    const erased = await here.office.database.transaction((manager) =>
      eraseFromJournal(manager, 'STTTT', 'Lê Thị Bình', 'Theo yêu cầu ngày 01/12/2026'),
    );
    expect(erased).toBe(1);
    expect(await here.verified()).toMatchObject({ broken: undefined, erased: 1 });
    const page = await here.leader.get(`/dispatches/${here.id}/journal`).expect(200);
    expect(page.text).toContain('Đã xóa thông tin cá nhân');
    expect(page.text).not.toContain('Lê Thị Bình');
    const kept = await here.office.database.query(
      `SELECT 1 FROM journal_entries WHERE details::text LIKE '%Bình%'`,
    );
    expect(kept).toEqual([]);
    await expect(
      here.office.database.query(`UPDATE journal_people SET name = 'x'`),
    ).rejects.toThrow('append-only');
    const mine = await here.office.database.transaction((manager) =>
      eraseFromJournal(manager, 'STTTT', 'lanhdao', 'Nghỉ hưu'),
    );
    expect(mine).toBeGreaterThan(0);
  });
});
