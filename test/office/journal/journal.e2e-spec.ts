import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { eraseFromJournal } from '../../../src/office/administration/personal-data/erase-from-journal.ts';
import { record } from '../../../src/office/journal/journal.ts';
import { verifyJournal } from '../../../src/office/journal/verify-journal.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import type { Browser, TestOffice } from '../../support/office.ts';
import { testOffice } from '../../support/office.ts';
import { aStranger } from '../../support/people.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, seedId, signed } from '../../support/seed.ts';
import { built } from '../../support/built.ts';

const CROWD = 200;
const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };

/** What the owner of the tables may do. */
const WITHOUT_GUARDS = `
  ALTER TABLE journal_entries DISABLE TRIGGER USER;
  ALTER TABLE journal_links DISABLE TRIGGER USER, DROP CONSTRAINT journal_links_entry_id_fkey;
  ALTER TABLE journal_people DISABLE TRIGGER USER, DROP CONSTRAINT journal_people_entry_id_fkey;`;

describe('the journal', () => {
  let office: TestOffice;
  let clerk: Browser;
  let leader: Browser;
  let id: string;
  let officeId: string;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(300) });
    clerk = await office.as('vanthu');
    leader = await office.as('lanhdao');
    id = await seedId(office);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    [{ id: officeId }] = await office.database.query('SELECT id FROM offices');
  });
  afterAll(() => office?.close());

  const tokens = async (count: number, offset = 0): Promise<string[]> => {
    const rows = await office.database.query(
      'SELECT id FROM recipients ORDER BY code LIMIT $1 OFFSET $2',
      [count, offset],
    );
    return rows.map((row: { id: string }) => linkToken(office.config.keys, row.id));
  };
  const acknowledge = (token: string) =>
    fetch(`${office.address}/api/acknowledgements/${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(PERSON),
    });
  const verified = async (manager: EntityManager = office.database.manager) => {
    const reports = await verifyJournal(manager);
    return reports.find(({ office: code }) => code === 'STTTT')!;
  };

  it('is whole after an ordinary day', async () => {
    const [report, entries] = [
      await verified(),
      await office.database.query('SELECT count(*)::int AS n FROM journal_entries'),
    ];
    expect(report.broken).toBeUndefined();
    expect(report.entries).toBe(entries[0].n);
    expect(report.entries).toBeGreaterThan(4);
    expect(report.head).toMatchObject({ office: 'STTTT', position: report.entries });
  });

  it('takes acknowledgements that come at once: one chain, no gap, nothing lost', async () => {
    const before = await verified();
    const answers = await Promise.all((await tokens(CROWD)).map(acknowledge));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const after = await verified();
    expect(after.broken).toBeUndefined();
    expect(after.entries).toBe(before.entries + CROWD);
    const [{ n }] = await office.database.query(
      `SELECT count(*)::int AS n FROM journal_entries WHERE verb = 'acknowledged'`,
    );
    expect(n).toBe(CROWD);
  }, 120_000);

  it('does not deadlock where 1,000 transactions write first and lock rows in any order afterwards', async () => {
    const rows = await office.database.query('SELECT id FROM recipients ORDER BY id LIMIT 3');
    const before = await verified();
    const pair = async (n: number) =>
      office.database.transaction(async (manager) => {
        await record(manager, { id: null, officeId }, 'tried', officeId, { n });
        await manager.query('SELECT 1 FROM recipients WHERE id = $1 FOR UPDATE', [rows[n % 3].id]);
        await record(manager, { id: null, officeId }, 'tried', officeId, { n, again: true });
      });
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => pair(n)));
    const after = await verified();
    expect(after.broken).toBeUndefined();
    expect(after.entries).toBe(before.entries + 2_000);
    const pairs = await office.database.query(
      `SELECT 1 FROM journal_entries first
       JOIN journal_links link ON link.entry_id = first.id
       JOIN journal_links next ON next.office_id = link.office_id AND next.position = link.position + 1
       JOIN journal_entries second ON second.id = next.entry_id
       WHERE second.details->>'again' = 'true' AND first.details->'n' = second.details->'n'`,
    );
    expect(pairs).toHaveLength(1_000);
  }, 120_000);

  it('keeps nothing of a transaction that fails', async () => {
    const before = await verified();
    const failing = office.database.transaction(async (manager) => {
      await record(manager, { id: null, officeId }, 'tried', officeId);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await verified()).toEqual(before);
  });

  it('is hashed in the database and outside alike, whatever an entry says', async () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));
    const details = fc.dictionary(
      text,
      fc.oneof(
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
      ),
    );
    const entries = fc.array(fc.record({ verb: text, details }), { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(entries, async (many) => {
        await office.database.transaction(async (manager) => {
          for (const { verb, details: said } of many) {
            await record(manager, { id: null, officeId }, verb, officeId, said);
          }
        });
        expect((await verified()).broken).toBeUndefined();
      }),
      { numRuns: 10 },
    );
  });

  /** What somebody with every right on the database does, found out, and undone. */
  const afterwards = async (tampering: string, kept: (position: number) => number = () => 0) => {
    const runner = office.database.createQueryRunner();
    await runner.startTransaction('REPEATABLE READ');
    try {
      const whole = await verified(runner.manager);
      await runner.query(WITHOUT_GUARDS);
      await runner.query(tampering.replaceAll(':office', `'${officeId}'`));
      const heads = kept(0) ? [whole.head] : [];
      const reports = await verifyJournal(runner.manager, heads);
      const { broken } = reports.find(({ office: code }) => code === 'STTTT')!;
      return { ...broken, whole };
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const at = (position: number) =>
    `(SELECT entry_id FROM journal_links WHERE office_id = :office AND position = ${position})`;

  it.each([
    [
      'a detail changed',
      `UPDATE journal_entries SET details = '{"number": 99}' WHERE id = ${at(3)}`,
    ],
    [
      'a moment changed',
      `UPDATE journal_entries SET at = at - interval '1 microsecond' WHERE id = ${at(3)}`,
    ],
    ['somebody else named', `UPDATE journal_entries SET account_id = NULL WHERE id = ${at(3)}`],
    [
      'its hash changed',
      `UPDATE journal_links SET hash = repeat('f', 64) WHERE entry_id = ${at(3)}`,
    ],
  ])('finds an entry that has %s', async (_, tampering) => {
    expect(await afterwards(tampering)).toMatchObject({ position: 3, kind: 'changed' });
  });

  it('finds an entry that is gone, with its link or without', async () => {
    expect(await afterwards(`DELETE FROM journal_entries WHERE id = ${at(4)}`)).toMatchObject({
      position: 4,
      kind: 'removed',
    });
    const both = `DELETE FROM journal_links WHERE office_id = :office AND position = 4`;
    expect(await afterwards(both)).toMatchObject({ position: 4, kind: 'removed' });
    const closed = `${both}; UPDATE journal_links SET position = position - 1 + 1000000
      WHERE office_id = :office AND position > 4;
      UPDATE journal_links SET position = position - 1000000 WHERE position > 1000000`;
    expect(await afterwards(closed)).toMatchObject({ position: 4, kind: 'changed' });
  });

  it('finds entries that changed places', async () => {
    const swap = `UPDATE journal_links SET position = -position WHERE office_id = :office AND position IN (3, 5);
      UPDATE journal_links SET position = 8 + position WHERE office_id = :office AND position < 0`;
    expect(await afterwards(swap)).toMatchObject({ position: 3, kind: 'moved' });
  });

  it('finds an entry that was put in, chained or not', async () => {
    const insert = `INSERT INTO journal_entries (office_id, verb, subject_id) VALUES (:office, 'signed', :office)`;
    expect(await afterwards(insert)).toMatchObject({ position: null, kind: 'inserted' });
    const chained = `UPDATE journal_links SET position = position + 1000001 WHERE office_id = :office AND position > 3;
      UPDATE journal_links SET position = position - 1000000 WHERE position > 1000000;
      WITH entry AS (${insert} RETURNING id)
        INSERT INTO journal_links SELECT id, :office, 4, repeat('e', 64) FROM entry`;
    expect(await afterwards(chained)).toMatchObject({ position: 4, kind: 'moved' });
  });

  it('finds that the end was cut off or all was written anew, by a head kept elsewhere', async () => {
    const last = 'position = (SELECT max(position) FROM journal_links)';
    const cut = `WITH link AS (DELETE FROM journal_links WHERE ${last} RETURNING entry_id)
      DELETE FROM journal_entries USING link WHERE id = entry_id`;
    expect((await afterwards(cut)).kind).toBeUndefined();
    const found = await afterwards(cut, () => 1);
    expect(found).toMatchObject({ position: found.whole.entries, kind: 'removed' });
    const anew = `UPDATE journal_entries SET details = details || '{"how": "paper"}' WHERE id = (SELECT entry_id FROM journal_links WHERE ${last});
      UPDATE journal_links link SET hash = encode(sha256(convert_to(before.hash || E'\\n' ||
          journal_line(entry, link.position), 'UTF8')), 'hex')
        FROM journal_links before, journal_entries entry
        WHERE link.position = before.position + 1 AND entry.id = link.entry_id
          AND link.${last}`;
    expect((await afterwards(anew)).kind).toBeUndefined();
    expect((await afterwards(anew, () => 1)).kind).toBe('forged');
  });

  it('finds that the personal data beside an entry was changed', async () => {
    const rename = `UPDATE journal_people SET name = 'Người khác' WHERE entry_id =
      (SELECT min(entry_id) FROM journal_people WHERE name IS NOT NULL)`;
    expect((await afterwards(rename)).kind).toBe('person-changed');
  });

  it('says who read a dispatch: once for each person and day', async () => {
    const drafter = await office.as('chuyenvien');
    const other = await draftedBy(drafter, await aDraft(office));
    const readings = async () =>
      (
        await office.database.query(
          `SELECT username FROM journal_entries JOIN accounts ON accounts.id = account_id
           WHERE verb = 'read' AND subject_id = $1 ORDER BY journal_entries.id`,
          [other],
        )
      ).map(({ username }: { username: string }) => username);
    await drafter.get(`/dispatches/${other}/edit`).expect(200);
    await Promise.all([1, 2, 3].map(() => leader.get(`/dispatches/${other}`).expect(200)));
    await leader.get(`/dispatches/${other}/document.pdf`).expect(200);
    await leader.get(`/api/dispatches/${other}`).expect(200);
    expect(await readings()).toEqual(['chuyenvien', 'lanhdao']);
    await leader.get('/dispatches').expect(200);
    await clerk.head(`/api/dispatches/${other}/document`).expect(200);
    expect(await readings()).toEqual(['chuyenvien', 'lanhdao', 'vanthu']);
    await office.database.query(
      `INSERT INTO journal_entries (at, office_id, account_id, verb, subject_id)
       SELECT at - interval '1 day', office_id, account_id, verb, subject_id FROM journal_entries
       WHERE subject_id = $1 AND verb = 'read' ORDER BY id LIMIT 1`,
      [other],
    );
    expect(await readings()).toHaveLength(4);
  });

  it('is shown to leader and clerk, and to nobody else', async () => {
    const [token] = await tokens(1, 260);
    await acknowledge(token!);
    const page = await leader.get(`/dispatches/${id}/journal`).expect(200);
    expect(page.text).toContain('Xác nhận tiếp nhận<small>qua API');
    expect(page.text).toContain('Nguyễn Văn An<small>Văn thư xã, ');
    const acts = await clerk.get(`/dispatches/${id}/journal?kind=acts&page=99999`).expect(200);
    expect(acts.text).not.toContain('Xem văn bản');
    const pages = await Promise.all(
      [1, 2, 3].map((n) => clerk.get(`/dispatches/${id}/journal?kind=acts&page=${n}`)),
    );
    const texts = pages.map(({ text }) => text).join('');
    expect(texts).toMatch(/số 1 ngày \d\d\/\d\d\/\d{4}, 300 nơi nhận/);
    expect(texts).toContain('IP ');
    const { body } = await leader.get(`/api/dispatches/${id}/journal?kind=readings`).expect(200);
    expect(body.items.every(({ verb }: { verb: string }) => verb === 'read')).toBe(true);
    expect(body.head.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const username of ['chuyenvien', 'phogiamdoc']) {
      const person = await office.as(username);
      await person.get(`/dispatches/${id}/journal`).expect(403);
      await person.get(`/api/dispatches/${id}/journal`).expect(403);
      expect((await person.get(`/dispatches/${id}`).expect(200)).text).not.toContain('/journal');
    }
    expect((await leader.get(`/dispatches/${id}`).expect(200)).text).toContain('/journal');
    await aStranger(office, 'khach');
    const stranger = await office.as('khach');
    await stranger.get(`/dispatches/${id}/journal`).expect(404);
    await stranger.get(`/api/dispatches/${id}/journal`).expect(404);
  });

  it('forgets a person and stays whole', async () => {
    await leader.get(`/dispatches/${id}`).expect(200);
    const [token] = await tokens(1, 250);
    await office.anyone
      .post(`/api/acknowledgements/${token}`)
      .send({ name: 'Lê Thị Bình', post: 'Văn thư' })
      .expect(200);
    const erased = await office.database.transaction((manager) =>
      eraseFromJournal(manager, 'STTTT', 'Lê Thị Bình', 'Theo yêu cầu ngày 01/12/2026'),
    );
    expect(erased).toBe(1);
    expect(await verified()).toMatchObject({ broken: undefined, erased: 1 });
    const page = await leader.get(`/dispatches/${id}/journal`).expect(200);
    expect(page.text).toContain('Đã xóa thông tin cá nhân');
    expect(page.text).not.toContain('Lê Thị Bình');
    const kept = await office.database.query(
      `SELECT 1 FROM journal_entries WHERE details::text LIKE '%Bình%'`,
    );
    expect(kept).toEqual([]);
    await expect(office.database.query(`UPDATE journal_people SET name = 'x'`)).rejects.toThrow(
      'append-only',
    );
    const mine = await office.database.transaction((manager) =>
      eraseFromJournal(manager, 'STTTT', 'lanhdao', 'Nghỉ hưu'),
    );
    expect(mine).toBeGreaterThan(0);
  });

  it('is checked by a command: 0 when whole, with the head; 1 and the place when not', async () => {
    const run = (...args: string[]) => {
      const file = 'src/ops/journal/verify-command.ts';
      const start = [built(file), ...args];
      return spawnSync(process.execPath, start, {
        cwd: packageRoot,
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: office.config.databaseUrl },
      });
    };
    const whole = run();
    expect(whole.stderr).toBe('');
    const { head } = await verified();
    expect(whole.stdout).toMatch(
      new RegExp(`^STTTT ${head.position} ${head.hash} nguyên vẹn`, 'm'),
    );
    expect(whole.status).toBe(0);
    const file = join(await scratchFolder(), 'heads.txt');
    writeFileSync(file, whole.stdout);
    expect(run('--kept', file).status).toBe(0);
    for (const [sentence, ...args] of [
      ['Không có tham số --giu', '--giu', file],
      ['Tham số --kept thiếu giá trị', '--kept'],
      ['Thừa “x”', 'x'],
      ['Không có tệp hoặc thư mục', '--kept', `${file}.khong-co`],
    ] as const) {
      const { status, stderr } = run(...args);
      expect({ sentence, status }).toEqual({ sentence, status: 2 });
      expect(stderr).toMatch(new RegExp(`^${sentence}`));
      expect(stderr).not.toMatch(/^\s+at /m);
    }
    writeFileSync(file, 'không phải đầu chuỗi');
    expect(run('--kept', file)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Tệp .* không có dòng nào do npm run journal:verify/),
    });
    writeFileSync(file, `STTTT 2 ${'0'.repeat(64)}\n`);
    expect(run('--kept', file)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('STTTT HỎNG: mục 2'),
    });
    expect(run('--whatever').status).toBe(2);
  });
});
