import { makeLink } from '../../../src/ops/opening/opening-links.ts';
import { firstSignIn } from '../../support/people.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';

const FORM = {
  code: 'SVHTTDL',
  name: 'Sở Văn hóa, Thể thao và Du lịch',
  parentBody: 'Ủy ban nhân dân tỉnh Hưng Yên',
  place: 'Hưng Yên',
  symbol: '',
  contact: '',
  identifier: 'H31.12',
  formerIdentifier: '',
  administratorUsername: 'quantri.vh',
  administratorName: 'Lê Thị Hoa',
  administratorPost: 'Phó Chánh Văn phòng',
  clerkUsername: 'vanthu.vh',
  clerkName: 'Đỗ Thị Nhàn',
  clerkPost: 'Văn thư',
};

describe('an office opened from a page', () => {
  let office: TestOffice;
  let link: string;

  beforeAll(async () => {
    office = await testOffice();
  });
  afterAll(() => office?.close());
  beforeEach(async () => {
    link = `/new-office/${await makeLink(office.database.manager)}`;
  });

  const open = (form: object = FORM, at = link) => office.anyone.post(at).type('form').send(form);
  const count = async () =>
    (
      await office.database.query(
        `SELECT (SELECT count(*)::int FROM offices) AS offices,
                (SELECT count(*)::int FROM accounts) AS people`,
      )
    )[0];
  const signIn = async (page: string, username: string): Promise<Browser> => {
    const shown = [...page.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code!);
    const browser = office.fresh();
    const password = shown[shown.indexOf(username) + 1]!;
    await firstSignIn(browser, { username, password });
    return browser;
  };

  it('refuses a code or a name that somebody has, one name for two, and what is no letterhead; nothing is half done', async () => {
    const before = await count();
    const taken = await open({ ...FORM, code: 'STTTT' }).expect(422);
    expect(taken.text).toContain('Mã STTTT là của một cơ quan đã có ở đây. Chọn mã khác.');
    const named = await open({ ...FORM, clerkUsername: 'vanthu' }).expect(422);
    expect(named.text).toContain('Tên đăng nhập vanthu đã có người dùng. Chọn tên khác.');
    const twice = await open({ ...FORM, clerkUsername: FORM.administratorUsername }).expect(422);
    expect(twice.text).toContain('Trùng tên đăng nhập của quản trị.');
    const empty = await open({}).expect(422);
    expect(empty.text).toContain('Chưa mở. Có');
    expect(await count()).toEqual(before);
    await office.anyone.get(link).expect(200); // and the link is as good as before
  });

  it('has its administrator and its clerk, who see nothing of another', async () => {
    const page = await open().expect(201);
    expect(page.headers['cache-control']).toBe('no-store');
    const admin = await signIn(page.text, FORM.administratorUsername);
    const own = await admin.get('/office').expect(200);
    expect(own.text).toContain('SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH');
    expect(own.text).toContain('H31.12');
    const clerk = await signIn(page.text, FORM.clerkUsername);
    expect((await clerk.get('/api/dispatches').expect(200)).body.total).toBe(0);
    const [entry] = await office.database.query(
      `SELECT details->>'code' AS code, account_id AS by FROM journal_entries
       WHERE verb = 'office-opened'`,
    );
    expect(entry).toEqual({ code: 'SVHTTDL', by: null });
  });

  it('takes a link once, within its hour, and no other', async () => {
    const forms = ['MỘT', 'HAI'].map((code, index) => ({
      ...FORM,
      code,
      symbol: 'SM',
      administratorUsername: `quantri${index}`,
      clerkUsername: `vanthu${index}`,
    }));
    const answers = await Promise.all(forms.map((form) => open(form)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const spent = await office.anyone.get(link).expect(409);
    expect(spent.text).toContain('Đường dẫn mở cơ quan đã dùng hoặc đã quá một giờ.');
    const late = await makeLink(office.database.manager);
    await office.database.query(
      `UPDATE opening_links SET expires_at = now() - interval '1 second' WHERE office_id IS NULL`,
    );
    await office.anyone.get(`/new-office/${late}`).expect(409);
    await office.anyone.get('/new-office/khong-co').expect(404);
    const tokens = await office.database.query('SELECT token_hash FROM opening_links');
    expect(JSON.stringify(tokens)).not.toContain(late);
  });
});
