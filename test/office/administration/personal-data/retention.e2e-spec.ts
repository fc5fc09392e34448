import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { RetentionService } from '../../../../src/office/administration/personal-data/retention.service.ts';
import { verifyJournal } from '../../../../src/office/journal/verify-journal.ts';
import { Clock } from '../../../../src/platform/time/clock.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aSigner } from '../../../support/people.ts';

describe('how long an office keeps personal data', () => {
  let office: TestOffice;
  let administrator: Browser;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    administrator = await office.as('quantri');
  });
  afterAll(() => office?.close());

  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    office.database.query<T[]>(sql, values);
  const set = (periods: object) => administrator.put('/api/personal-data/retention').send(periods);
  /** The night that follows so many days from now. */
  const night = async (days: number): Promise<void> => {
    const clock = office.app.get(Clock);
    clock.now = () => new Date(Date.now() + days * 86_400_000);
    await office.app.get(RetentionService).carryOut();
  };
  const entries = (verb: string) =>
    rows<{ details: object }>('SELECT details FROM journal_entries WHERE verb = $1 ORDER BY id', [
      verb,
    ]);

  it('is set within bounds: logs at least twelve months', async () => {
    const { body } = await set({ journalMonths: 11, leftMonths: 241, formMonths: 0 }).expect(422);
    expect(body.errors).toEqual([
      { path: 'journalMonths', message: 'Ít nhất 12 tháng.' },
      { path: 'leftMonths', message: 'Nhiều nhất 240 tháng.' },
      { path: 'formMonths', message: 'Ít nhất 1 tháng.' },
    ]);
    await set({ leftMonths: 6, formMonths: 2 }).expect(200);
    await set({ leftMonths: 6, formMonths: 2 }).expect(200);
    expect(await entries('retention-set')).toEqual([
      {
        details: expect.objectContaining({
          leftMonths: { before: null, after: 6 },
          formMonths: { before: null, after: 2 },
        }),
      },
    ]);
    const page = await administrator
      .post('/personal-data/retention')
      .type('form')
      .send({ journalMonths: '3' })
      .expect(422);
    expect(page.text).toContain('Ít nhất 12 tháng.');
  });

  it('is a number, from a form as digits: nothing that merely turns into one', async () => {
    for (const leftMonths of [true, [3], ['3'], { months: 3 }, 'ba', 1.5]) {
      const { body } = await set({ leftMonths }).expect(422);
      expect(body.errors).toEqual([{ path: 'leftMonths', message: 'Ghi số tháng.' }]);
    }
    await administrator
      .post('/personal-data/retention')
      .type('form')
      .send({ leftMonths: '6', formMonths: '2', journalMonths: '' })
      .expect(303);
    const { body } = await administrator.get('/api/personal-data').expect(200);
    expect(body.retention).toMatchObject({ leftMonths: 6, formMonths: 2, journalMonths: null });
  });

  it('is carried out once a night, as one entry that says how many', async () => {
    const leaver = await aSigner(office, 'nghi.lau', 'Trần Văn Lâu', 'Phó Giám đốc');
    const recent = await aSigner(office, 'moi.nghi', 'Đỗ Thị Mới', 'Phó Giám đốc');
    await rows(
      `UPDATE accounts SET email = username || '@so.example',
         closed_at = now() - CASE WHEN id = $1 THEN interval '7 months' ELSE interval '5 months' END
       WHERE id IN ($1, $2)`,
      [leaver, recent],
    );
    const [drafter] = await rows<{ id: string }>(
      `SELECT id FROM accounts WHERE username = 'chuyenvien'`,
    );
    for (const months of [3, 1]) {
      await rows(
        `INSERT INTO writings (id, account_id, typed, seen_at)
         VALUES (gen_random_uuid(), $1, '{"abstract": "dở"}', now() - make_interval(months => $2))`,
        [drafter!.id, months],
      );
    }
    await night(1);
    await night(1);
    expect(
      await rows('SELECT username, email FROM accounts WHERE closed_at IS NOT NULL ORDER BY email'),
    ).toEqual([
      { username: 'moi.nghi', email: 'moi.nghi@so.example' },
      { username: `da-xoa-${leaver.slice(0, 13)}`, email: null },
    ]);
    expect(await rows('SELECT 1 FROM writings')).toHaveLength(1);
    expect(await entries('retention-carried-out')).toEqual([
      { details: { rows: { 'sign-ins': 1, writings: 1 } } },
    ]);
    const { body } = await administrator.get('/api/personal-data').expect(200);
    expect(body.retention).toMatchObject({ leftMonths: 6, formMonths: 2, journalMonths: null });
    expect(body.retention.carriedOutOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('says nothing of a night in which nothing was too old', async () => {
    await night(2);
    expect(await entries('retention-carried-out')).toHaveLength(1);
  });

  it('takes names and addresses from a journal that stays whole', async () => {
    const aged = () => rows<{ n: number }>('SELECT count(*)::int AS n FROM journal_people');
    const [before] = await aged();
    expect(before!.n).toBeGreaterThan(0);
    await set({ journalMonths: 12 }).expect(200);
    await night(3);
    expect((await aged())[0]!.n).toBeGreaterThanOrEqual(before!.n);
    // Time does not pass backwards in an append-only journal: an old entry is one written in an old session.
    const [entry] = await rows<{ id: string }>(
      `INSERT INTO journal_entries (office_id, verb, subject_id, at)
       SELECT id, 'read', id, now() - interval '13 months' FROM offices RETURNING id`,
    );
    await rows(
      `INSERT INTO journal_people (entry_id, salt, address) VALUES ($1, 'x', '203.0.113.9')`,
      [entry!.id],
    );
    await night(4);
    expect(await rows(`SELECT 1 FROM journal_people WHERE entry_id = $1`, [entry!.id])).toEqual([]);
    const [report] = await office.database.transaction('REPEATABLE READ', (manager) =>
      verifyJournal(manager),
    );
    expect(report!.broken).toBeUndefined();
  });
});
