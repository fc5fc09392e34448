import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  SAMPLE_OFFICE,
  SAMPLE_PASSWORD,
  SAMPLE_PEOPLE,
} from '../../src/dev/sample/thai-binh/office.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { firstSignIn } from '../support/people.ts';
import { testOffice, type TestOffice } from '../support/office.ts';
import { runProgram } from '../support/run-program.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('npm run office, a second time', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
  });
  afterAll(() => office?.close());

  const run = async (people: object[], ...options: string[]) => {
    const path = join(await scratchFolder(), 'office.json');
    await writeFile(path, JSON.stringify({ office: SAMPLE_OFFICE.office, people }));
    const { DATABASE_URL, INSTALLATION_SECRET } = {
      DATABASE_URL: office.config.databaseUrl,
      INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
    };
    const env = { DATABASE_URL, INSTALLATION_SECRET, SMTP_URL: 'smtp://127.0.0.1:1' };
    return runProgram('ops/open-office', [path, ...options], {
      ...env,
      PUBLIC_URL: 'http://noi-nhan.example',
    });
  };
  const rolesOf = async (username: string): Promise<string[] | undefined> => {
    const sql = 'SELECT roles FROM accounts WHERE username = $1';
    return (await office.database.query(sql, [username]))[0]?.roles;
  };

  it('changes nothing when the file says what there is', async () => {
    const { code, out } = await run(SAMPLE_PEOPLE);
    expect(out).toBe('Người trong tệp đúng như đang có: không có gì để đổi.\n');
    expect(code).toBe(0);
  });

  const NEXT = [
    { username: 'vanthu.moi', fullName: 'Cao Thị Mới', post: 'Văn thư', roles: ['clerk'] },
    ...SAMPLE_PEOPLE.filter(({ username }) => username !== 'lanhdao').map((person) =>
      person.username === 'vanthu'
        ? { ...person, post: 'Chuyên viên', roles: ['drafter'] }
        : person,
    ),
  ];

  it('shows first what would change, and then does it', async () => {
    const shown = await run(NEXT);
    expect(shown.out.split('\n')).toEqual([
      '+ vanthu.moi: Cao Thị Mới, Văn thư (Văn thư)',
      '~ vanthu: chức vụ Văn thư → Chuyên viên; vai trò Văn thư → Soạn thảo',
      '= lanhdao: Phạm Văn Nghĩa không có trong tệp, giữ nguyên',
      'Chưa đổi gì. Đúng ý thì chạy lại, thêm --apply.',
      '',
    ]);
    expect(await rolesOf('vanthu.moi')).toBeUndefined();
    const { out } = await run(NEXT, '--apply');
    const password = /^vanthu\.moi\t(\S+)$/m.exec(out)![1]!;
    expect(await rolesOf('vanthu')).toEqual(['drafter']);
    await firstSignIn(office.fresh(), { username: 'vanthu.moi', password });
    await office
      .fresh()
      .post('/api/session')
      .send({ username: 'vanthu', password: SAMPLE_PASSWORD })
      .expect(201);
  });

  it('refuses what would leave the office without an administrator, whole', async () => {
    const without = NEXT.map((person) =>
      person.username === 'quantri' ? { ...person, roles: ['leader'] } : person,
    );
    const more = { username: 'mot.nua', fullName: 'A', post: 'B', roles: ['drafter'] };
    const { code, said } = await run([more, ...without], '--apply');
    expect(code).not.toBe(0);
    expect(said).toContain('Đây là quản trị cuối cùng của cơ quan');
    expect(await rolesOf('mot.nua')).toBeUndefined();
  });
});
