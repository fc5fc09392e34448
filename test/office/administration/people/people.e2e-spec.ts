import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aStranger, firstSignIn, OWN_PASSWORD } from '../../../support/people.ts';

const person = (fields: object = {}) => ({
  username: 'moi.vao',
  fullName: 'Ngô Thị Thu',
  post: 'Chuyên viên',
  roles: ['drafter'],
  way: 'password',
  ...fields,
});

describe('the people of an office', () => {
  let office: TestOffice;
  let administrator: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    administrator = await office.as('quantri');
    await aStranger(office, 'nguoi-la');
  });
  afterAll(() => office?.close());

  const opened = async (fields: object) =>
    (await administrator.post('/api/people').send(person(fields)).expect(201)).body;
  const idOf = async (username: string): Promise<string> => {
    const sql = 'SELECT id FROM accounts WHERE username = $1';
    return (await office.database.query(sql, [username]))[0].id;
  };
  const signsIn = async (username: string, password: string): Promise<string> => {
    const answer = await office.fresh().post('/api/session').send({ username, password });
    return answer.body.type;
  };
  const refusal = async (fields: object) => {
    const { body } = await administrator.post('/api/people').send(person(fields)).expect(422);
    return Object.fromEntries(
      body.errors.map(({ path, message }: Record<string, string>) => [path, message]),
    );
  };

  it('opens one with a password that can be said, who then drafts', async () => {
    const { person: stored, password } = await opened({ username: 'ngo.thu' });
    expect(password).toMatch(/^([bcdghkmnprstvx][aeiou]){2}(-([bcdghkmnprstvx][aeiou]){2}){4}$/);
    expect(stored).toMatchObject({ username: 'ngo.thu', roles: ['drafter'], closedAt: null });
    const browser = await firstSignIn(office.fresh(), { username: 'ngo.thu', password });
    await browser.get('/dispatches/new').expect(200);
    await browser.get('/people').expect(403);
  });

  it('gives one person what several roles may do', async () => {
    const { password } = await opened({ username: 'kiem', roles: ['signer', 'drafter'] });
    const browser = await firstSignIn(office.fresh(), { username: 'kiem', password });
    const { body } = await browser.get('/api/session').expect(200);
    expect(body.roles).toEqual(['drafter', 'signer']);
    await browser.get('/dispatches/new').expect(200);
    const { text } = await browser.get('/signing').expect(200);
    expect(text).toContain('Chờ tôi ký');
    await browser.get('/desk').expect(403);
  });

  it('takes a role away from the next request on', async () => {
    const { person: stored, password } = await opened({ username: 'doi.vai', roles: ['clerk'] });
    const browser = await firstSignIn(office.fresh(), { username: 'doi.vai', password });
    await browser.get('/desk').expect(200);
    const fields = { fullName: stored.fullName, post: 'Phó phòng', roles: ['leader'] };
    await administrator.put(`/api/people/${stored.id}`).send(fields).expect(200);
    await browser.get('/desk').expect(403);
    const entries = await office.database.query(
      `SELECT verb, details FROM journal_entries WHERE subject_id = $1 ORDER BY id`,
      [stored.id],
    );
    expect(entries.map(({ verb }: { verb: string }) => verb)).toEqual([
      'person-opened',
      'password-changed',
      'person-changed',
    ]);
    expect(entries[2].details).toMatchObject({
      roles: [['clerk'], ['leader']],
      post: ['Chuyên viên', 'Phó phòng'],
    });
  });

  it('lets somebody in anew, and all that signed in before is over', async () => {
    const { person: stored, password } = await opened({ username: 'quen.mk' });
    const browser = await firstSignIn(office.fresh(), { username: 'quen.mk', password });
    const { body } = await administrator
      .post(`/api/people/${stored.id}/sign-in-reset`)
      .send({ way: 'password' })
      .expect(200);
    await browser.get('/api/session').expect(401);
    expect(await signsIn('quen.mk', OWN_PASSWORD)).toBe('wrong-sign-in');
    expect(await signsIn('quen.mk', body.password)).toBe('new-password');
  });

  it('says in a sentence what is wrong, and opens nobody', async () => {
    expect(await refusal({ username: 'vanthu' })).toEqual({
      username: 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
    });
    expect(await refusal({ roles: [] })).toEqual({ roles: 'Chọn ít nhất một vai trò.' });
    expect(Object.keys(await refusal({ roles: ['recipient'] }))).toEqual(['roles.0']);
    expect(await refusal({ way: 'invitation' })).toEqual({
      email: 'Ghi địa chỉ thư để gửi thư mời, hoặc chọn giao mật khẩu.',
    });
    expect(await refusal({ unitId: crypto.randomUUID() })).toEqual({
      unitId: 'Chọn đơn vị trong danh sách.',
    });
    const sql = `SELECT count(*)::int AS n FROM accounts WHERE username = 'moi.vao'`;
    expect((await office.database.query(sql))[0].n).toBe(0);
  });

  it('keeps the last clerk and the last administrator, whoever asks at the same time', async () => {
    const clerk = await idOf('vanthu');
    const fields = { fullName: 'Nguyễn Thị Hạnh', post: 'Văn thư', roles: ['drafter'] };
    const { body } = await administrator.put(`/api/people/${clerk}`).send(fields).expect(409);
    expect(body.type).toBe('last-clerk');
    const second = await opened({ username: 'quantri2', roles: ['administrator'] });
    const other = await firstSignIn(office.fresh(), {
      username: 'quantri2',
      password: second.password,
    });
    const [first] = [await idOf('quantri')];
    const none = { fullName: 'A', post: 'B', roles: ['leader'] };
    const both = await Promise.all([
      administrator.put(`/api/people/${second.person.id}`).send(none),
      other.put(`/api/people/${first}`).send(none),
    ]);
    // One waits for the other and finds itself the last, or no administrator any more.
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const [{ n }] = await office.database.query(
      `SELECT count(*)::int AS n FROM accounts WHERE 'administrator' = ANY (roles) AND closed_at IS NULL`,
    );
    expect(n).toBe(1);
    await office.database.query(
      `UPDATE accounts SET roles = '{administrator}' WHERE username = 'quantri'`,
    );
  });

  it('works as pages: the list, a search without accents, and the form once more with its faults', async () => {
    await opened({ username: 'tim.thay', fullName: 'Đặng Đình Đông' });
    const { text } = await administrator.get('/people?q=dang+dinh').expect(200);
    expect(text).toContain('Đặng Đình Đông');
    expect(text).not.toContain('Nguyễn Thị Hạnh');
    const typed = { username: 'X', fullName: 'Lê Thị Mơ', post: '', way: 'password' };
    const again = await administrator.post('/people').type('form').send(typed).expect(422);
    expect(again.text).toContain('value="Lê Thị Mơ"');
    expect(again.text).toContain('Chọn ít nhất một vai trò.');
  });

  it('knows nothing of the people of another office or of agencies', async () => {
    const stranger = await idOf('nguoi-la');
    await administrator.get(`/api/people/${stranger}`).expect(404);
    await administrator.get(`/people/${stranger}/leaving`).expect(404);
    const { body } = await administrator.get('/api/people?q=khach').expect(200);
    expect(body.items).toEqual([]);
  });
});
