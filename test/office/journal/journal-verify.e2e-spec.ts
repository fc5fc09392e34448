import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { freshDatabase } from '../../support/fresh-database.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { runProgram } from '../../support/run-program.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { seedId, signed } from '../../support/seed.ts';
import { built } from '../../support/built.ts';

/** `npm run journal:verify` on a database. */
function verify(url: string, ...args: string[]) {
  const file = 'src/ops/journal/verify-command.ts';
  const start = [built(file), ...args];
  const env = { ...process.env, DATABASE_URL: url };
  return spawnSync(process.execPath, start, { cwd: packageRoot, encoding: 'utf8', env });
}

describe('npm run journal:verify', () => {
  let office: TestOffice;
  let code: string;
  let recipientId: string;

  beforeAll(async () => {
    office = await testOffice();
    const id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    [{ id: recipientId, code }] = await office.database.query(
      'SELECT id, code FROM recipients ORDER BY code LIMIT 1',
    );
    await office.anyone
      .post(`/api/acknowledgements/${linkToken(office.config.keys, recipientId)}`)
      .send({ name: 'Nguyễn Văn An', post: 'Văn thư' })
      .expect(200);
  });
  afterAll(() => office?.close());

  const here = (...args: string[]) => verify(office.config.databaseUrl, ...args);

  it('is content with what the product wrote, and says how much it compared', () => {
    const { status, stdout } = here();
    expect(stdout).toMatch(/^STTTT \d+ [0-9a-f]{64} nguyên vẹn \(\d+ sự việc đã đối chiếu\)/m);
    expect(status).toBe(0);
  });

  it('does not call an office whole that is gone, when its head was kept', async () => {
    const kept = join(await scratchFolder(), 'heads.txt');
    await writeFile(kept, `${here().stdout}SCT 7 ${'a'.repeat(64)} nguyên vẹn\n`);
    const { status, stdout } = here('--kept', kept);
    expect(stdout).toContain('SCT HỎNG: có mã băm đã cất nhưng cơ quan này không còn');
    expect(status).toBe(1);
  });

  it('does not take a file for kept heads that holds none', async () => {
    const kept = join(await scratchFolder(), 'heads.txt');
    await writeFile(kept, 'không có gì\n');
    expect(here('--kept', kept)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('không có dòng nào'),
    });
  });

  it('does not call a database whole that has no office', async () => {
    const empty = await freshDatabase();
    try {
      const { status, stdout } = verify(empty.url);
      expect(stdout).toContain('không có cơ quan nào nên không có gì để kiểm tra');
      expect(status).toBe(1);
    } finally {
      await empty.drop();
    }
  });

  it('is erased of nobody without a word: a name that it does not have is a mistake', async () => {
    const erase = (whom: string) =>
      runProgram(
        'ops/journal/erase-command',
        ['--office', 'STTTT', '--whom', whom, '--reason', 'Đề nghị của người ấy'],
        { DATABASE_URL: office.config.databaseUrl },
      );
    const nobody = await erase('Nguyễn Văn Ann');
    expect(nobody).toMatchObject({ code: 1, out: '' });
    expect(nobody.said).toContain('không giữ gì về “Nguyễn Văn Ann” nên chưa xóa gì');
    expect((await erase(' ')).code).toBe(2);
    expect(await erase(' Nguyễn Văn An ')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/khỏi [1-9]\d* mục/),
    });
    expect(here().status).toBe(0);
  });

  it('names the fact that was changed by SQL, its columns and the entry that holds what is true', async () => {
    const [{ position }] = await office.database.query(
      `SELECT position FROM journal_entries JOIN journal_links ON entry_id = id
       WHERE verb = 'acknowledged'`,
    );
    await office.database.query(`
      ALTER TABLE acknowledgements DISABLE TRIGGER USER;
      UPDATE acknowledgements SET name = 'Trần Văn B', acknowledged_at = acknowledged_at - interval '1 day'`);
    const { status, stdout } = here();
    expect(stdout).toContain('STTTT SAI: 1 sự việc trong các bảng khác với nhật ký:');
    expect(stdout).toMatch(
      new RegExp(
        `xác nhận tiếp nhận \\(acknowledgements ${recipientId}, 01/.*, ${code}\\): ` +
          `acknowledged_at, name đã bị sửa, khác với mục ${position}$`,
        'm',
      ),
    );
    expect(status).toBe(1);
  });

  it('names a kept file whose bytes are others', async () => {
    const [{ sha256, content }] = await office.database.query(
      'SELECT sha256, content_id AS content FROM files LIMIT 1',
    );
    await office.database.query(
      'UPDATE file_pieces SET bytes = set_byte(bytes, 9, 255 - get_byte(bytes, 9)) WHERE content_id = $1',
      [content],
    );
    const { status, stdout } = here();
    expect(stdout).toContain(`TỆP HỎNG: ${sha256}`);
    expect(status).toBe(1);
    const asData = here('--json');
    expect(JSON.parse(asData.stdout)).toMatchObject([{ office: 'STTTT' }]);
    expect(asData.stderr).toContain(`TỆP HỎNG: ${sha256}`);
  });
});
