import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../support/office.ts';
import { aSigner, dayFromNow } from '../support/people.ts';
import { runProgram } from '../support/run-program.ts';
import { scratchFolder } from '../support/scratch.ts';
import { aDraft, draftedBy } from '../support/seed.ts';

const STAY = ['chuyenvien', 'phogiamdoc', 'vanthu', 'lanhdao', 'quantri'];

describe('npm run people:list, by night', () => {
  let office: TestOffice;
  let administrator: Browser;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    administrator = await office.as('quantri');
  });
  afterAll(() => office?.close());

  const run = async (csv: string, ...options: string[]) => {
    const path = join(await scratchFolder(), 'con-lai.csv');
    await writeFile(path, csv);
    return runProgram('ops/people-list', [path, '--office', 'STTTT', ...options], {
      DATABASE_URL: office.config.databaseUrl,
    });
  };
  const listOf = (...names: string[]) => ['Tên đăng nhập', ...names].join('\n');
  const stateOf = async (id: string) => {
    const { body } = await administrator.get(`/api/people/${id}`).expect(200);
    return { left: body.closedAt !== null, ended: body.signInEndedAt !== null };
  };

  it('shows first who is not in the list, then has them leave as an administrator would', async () => {
    const leaver = await aSigner(office, 'di.roi', 'Trần Văn Đi', 'Phó Giám đốc');
    const browser = await office.as('di.roi');
    const shown = await run(listOf(...STAY));
    expect(shown.out).toBe(
      'di.roi: Trần Văn Đi, không có trong danh sách\nChưa làm gì. Đúng thì chạy lại, thêm --apply.\n',
    );
    expect(await stateOf(leaver)).toEqual({ left: false, ended: false });
    const done = await run(listOf(...STAY.map((name) => name.toUpperCase())), '--apply');
    expect(done).toMatchObject({ code: 0, out: 'di.roi: Trần Văn Đi, đã nghỉ\n' });
    expect(await stateOf(leaver)).toEqual({ left: true, ended: false });
    await browser.get('/api/session').expect(401);
    expect((await run(listOf(...STAY), '--apply')).out).toBe('Không ai phải nghỉ.\n');
  });

  it('lets nobody in whose work still waits, and tells the administrator until it is handed over', async () => {
    const signer = await aSigner(office, 'con.viec', 'Lê Thị Việc', 'Phó Giám đốc');
    const [clerk, drafter, browser] = await Promise.all(
      ['vanthu', 'chuyenvien', 'con.viec'].map((name) => office.as(name)),
    );
    const { body: mandate } = await clerk!
      .post('/api/mandates')
      .send({ accountId: signer, capacity: 'head', post: 'PHỤ TRÁCH', validFrom: dayFromNow(-1) })
      .expect(201);
    const draft = await draftedBy(drafter!, await aDraft(office, { mandateId: mandate.id }));
    await drafter!.post(`/api/dispatches/${draft}/submission`).expect(201);
    const { out } = await run(listOf(...STAY), '--apply');
    expect(out).toContain('con.viec: Lê Thị Việc, không đăng nhập được nữa; việc còn lại chờ');
    expect(await stateOf(signer)).toEqual({ left: false, ended: true });
    await browser!.get('/api/session').expect(401);
    const wrong = await office
      .fresh()
      .post('/api/session')
      .send({ username: 'con.viec', password: 'bất kỳ' });
    expect(wrong.body.type).toBe('wrong-sign-in');
    const people = await administrator.get('/people').expect(200);
    expect(people.text).toContain('mà việc còn chờ người nhận');
    await run(listOf(...STAY), '--apply');
    const entries = await office.database.query(
      `SELECT verb FROM journal_entries WHERE subject_id = $1 AND verb LIKE '%-ended'`,
      [signer],
    );
    expect(entries).toEqual([{ verb: 'sign-in-ended' }]);

    const { body: left } = await administrator.get(`/api/people/${signer}/leaving`).expect(200);
    const [{ id: other }] = await office.database.query(
      `SELECT mandate.id FROM mandates mandate JOIN accounts account ON account.id = account_id
       WHERE username = 'phogiamdoc'`,
    );
    await administrator
      .post(`/api/people/${signer}/leaving`)
      .send({ seal: left.seal, reason: 'Chuyển công tác', mandateId: other })
      .expect(200);
    const after = await administrator.get('/people').expect(200);
    expect(after.text).not.toContain('mà việc còn chờ người nhận');
  });

  it('keeps the last clerk and the last administrator, and says so with 1', async () => {
    // A clerk who cannot sign in any more is no clerk to rely on.
    await office.database.query(
      `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash, sign_in_ended_at)
       SELECT office_id, 'vanthu.cu', 'Cao Thị Cũ', 'Văn thư', '{clerk}', '', now()
       FROM accounts WHERE username = 'vanthu'`,
    );
    const { code, out } = await run(listOf('chuyenvien', 'phogiamdoc', 'lanhdao'), '--apply');
    expect(code).toBe(1);
    expect(out).toContain('quantri: Lê Minh Đức, GIỮ: quản trị cuối cùng.');
    expect(out).toContain('vanthu: Nguyễn Thị Hạnh, GIỮ: văn thư cuối cùng.');
    await administrator.get('/people').expect(200);
  });

  it('does nothing by a list that was cut off, of no office, or without a column that it knows', async () => {
    const cut = await run(listOf('vanthu'), '--apply');
    expect(cut.code).toBe(2);
    expect(cut.said).toContain('có thể tệp bị cắt. Chưa làm gì.');
    const strange = await run('họ tên\nNguyễn Văn A', '--apply');
    expect(strange.said).toContain('Không thấy cột username');
    expect((await run(listOf(...STAY), '--office', 'XX')).said).toContain(
      'Không có cơ quan mã XX.',
    );
    const kept = await run(
      listOf('vanthu', 'quantri'),
      '--keep',
      'chuyenvien',
      '--keep',
      'lanhdao',
    );
    expect(kept.out).toMatch(/^phogiamdoc: [^\n]+\nChưa làm gì/);
  });

  it('does nothing with a list that names nobody of the office', async () => {
    const { code, said } = await run(listOf('nguoi.khac'), '--most', '99', '--apply');
    expect(code).toBe(2);
    expect(said).toContain('Danh sách không có ai trong');
  });

  it('counts those who wait no second time, and an operator lets them in again, but no leaver', async () => {
    const waiting = await aSigner(office, 'cho.viec', 'Lê Văn Chờ', 'Phó Giám đốc');
    await office.database.query('UPDATE accounts SET sign_in_ended_at = now() WHERE id = $1', [
      waiting,
    ]);
    const shown = await run(listOf(...STAY, 'con.viec'), '--most', '0');
    expect(shown.out).toContain('cho.viec: Lê Văn Chờ');
    const reset = (name: string) =>
      runProgram('ops/reset-sign-in', [name], { DATABASE_URL: office.config.databaseUrl });
    expect(await reset('cho.viec')).toMatchObject({ code: 0 });
    expect(await stateOf(waiting)).toEqual({ left: false, ended: false });
    const refused = await reset('di.roi');
    expect(refused.code).not.toBe(0);
    expect(refused.said).toContain('đã nghỉ, nên không cho đăng nhập lại');
  });
});
