import { join } from 'node:path';
import { vietnamDate } from '../../src/platform/time/vietnam-time.ts';
import { migrate } from '../../src/database/migrate.ts';
import { startPostgres } from '../../src/dev/postgres/start-postgres.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../support/office.ts';
import { runProgram } from '../support/run-program.ts';
import { scratchFolder } from '../support/scratch.ts';
import { seedId, signed } from '../support/seed.ts';

describe('npm run explain', () => {
  let office: TestOffice;
  let clerk: Browser;
  let dispatchId: string;
  let recipient: string;
  let delivery: string;
  const explain = (...args: string[]) =>
    runProgram('ops/explain/explain-command', args, { DATABASE_URL: office.config.databaseUrl });

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
    dispatchId = await seedId(office);
    await signed(office, dispatchId);
    await clerk
      .post(`/api/dispatches/${dispatchId}/issuance`)
      .send({ withoutAddress: true })
      .expect(201);
    [{ recipient, delivery }] = await office.database.query(
      'SELECT recipient_id AS recipient, id AS delivery FROM deliveries ORDER BY id LIMIT 1',
    );
  });
  afterAll(() => office?.close());

  it('says of a delivery that it is its turn, and of a recipient what each step will do', async () => {
    const { code, out, said } = await explain(delivery);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toContain('Đến lượt rồi');
    expect(out).toContain('/ready');
    expect(out).toMatch(/^Nơi nhận, .*: sẽ nhắc lúc /m);
    expect(out).toMatch(/^Gửi tới .*: đang chờ gửi, đã thử 0 lần\.$/m);
    expect(out).toMatch(/^Nhắc .*: Đang gửi; hạn xác nhận /m);
    expect((await explain(recipient)).out).toBe(out);
  });

  it('names the pause, and the recall, that holds a delivery back', async () => {
    await clerk.post(`/api/dispatches/${dispatchId}/pause`).expect(204);
    expect((await explain(delivery)).out).toContain('Nguyễn Thị Hạnh tạm dừng');
    await clerk.post(`/api/dispatches/${dispatchId}/pause/end`).expect(204);
    await office.database.query('UPDATE deliveries SET recalled_at = now() WHERE id = $1', [
      delivery,
    ]);
    expect((await explain(delivery)).out).toContain('không worker nào gửi nữa');
  });

  it('tells the next attempt and what the last one met with', async () => {
    const [[row]] = await office.database.query<[{ id: string }[], number]>(
      `UPDATE deliveries SET due_at = now() + interval '10 minutes', attempts = 1
       WHERE id = (SELECT max(id::text)::uuid FROM deliveries) RETURNING id`,
    );
    await office.database.query(
      `INSERT INTO delivery_attempts
       VALUES ($1, 'a@b.example', now(), now(), 'temporary', 451, '4.7.1 greylisted', 1, 1, 'mx', 'recipient')`,
      [row!.id],
    );
    const { out } = await explain(row!.id);
    expect(out).toContain('Hẹn gửi lại lúc ');
    expect(out).toContain('chống thư rác');
  });

  it('does not remind who has acknowledged', async () => {
    await office.database.query(
      `INSERT INTO acknowledgements (recipient_id, file_sha256)
       SELECT $1, file_sha256 FROM issuances`,
      [recipient],
    );
    expect((await explain(recipient)).out).toContain('không nhắc: không còn nợ');
  });

  it('tells what became of a number', async () => {
    const year = vietnamDate(new Date()).slice(0, 4);
    const { out } = await explain(`1/${year}`);
    expect(out).toContain(dispatchId);
    expect(out).toContain('đã phát hành');
    expect((await explain(`7/${year}`)).out).toContain('chưa cấp, mới tới số 1');
    await office.database.query('UPDATE registers SET last_number = 3');
    expect((await explain(`2/${year}`)).out).toContain('journal:verify');
  });

  it('says so when nothing has the id, and how it is used when it is called wrongly', async () => {
    const unknown = await explain('5f3b1c1e-0c8e-4d3f-9c7e-2f6f2d1b7a10');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.said).toContain('Không có gì mang mã');
    for (const args of [[], ['gì đó'], ['1/2026', '2/2026']]) {
      expect((await explain(...args)).code).toBe(2);
    }
  });
});

describe('npm run explain without DATABASE_URL', () => {
  const explain = (folder: string, ...args: string[]) =>
    runProgram('ops/explain/explain-command', args, { DATA_DIR: folder });

  it('looks into the data of npm start, be that running or not', async () => {
    const folder = await scratchFolder();
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
    try {
      await migrate(postgres.url);
      expect(await explain(folder, '7/2026')).toMatchObject({
        code: 1,
        said: 'Không có gì mang mã “7/2026” trong cơ sở dữ liệu này.\n',
      });
    } finally {
      await postgres.stop();
    }
    expect((await explain(folder, '7/2026')).said).toContain('Không có gì mang mã');
    expect((await explain(folder, 'gì đó')).code).toBe(2);
  }, 120_000);

  it('says where it looked in vain', async () => {
    const folder = await scratchFolder();
    const { code, said } = await explain(folder, '7/2026');
    expect(code).toBe(1);
    expect(said).toContain(`Không có dữ liệu ở ${folder}`);
  });
});
