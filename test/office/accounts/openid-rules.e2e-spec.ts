import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { readOpenidRules } from '../../../src/office/accounts/openid/openid-rules.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { freePort } from '../../support/free-port.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { testProvider, type TestProvider } from './provider.ts';

const RULES = [
  {
    office: 'STTTT',
    claim: 'groups',
    value: 'soan-thao',
    roles: ['drafter'],
    emailDomain: 'so.example',
    unitClaim: 'department',
  },
  { office: 'STTTT', claim: 'realm_access.roles', value: 'van-thu', roles: ['clerk'] },
  {
    office: 'STTTT',
    claim: 'groups',
    value: 'khong-noi-ve-thu',
    roles: ['drafter'],
    emailDomain: 'so.example',
    trustEmail: true,
  },
  { office: 'KHAC', claim: 'groups', value: 'co-quan-khac', roles: ['drafter'] },
];

describe('accounts that are opened by a rule', () => {
  let provider: TestProvider;
  let office: TestOffice;
  let site: string;

  beforeAll(async () => {
    const port = await freePort();
    site = `http://localhost:${port}`;
    const file = await fileOf(RULES);
    const callback = `${site}/signin/openid/callback`;
    provider = await testProvider({ id: 'noi-nhan', secret: 'a secret of the client', callback });
    office = await testOffice({
      port,
      directory: scaledDirectory(80),
      env: {
        PUBLIC_URL: site,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: 'noi-nhan',
        OIDC_CLIENT_SECRET: 'a secret of the client',
        OIDC_RULES_FILE: file,
      },
    });
    await office.database.query(
      `INSERT INTO units (office_id, symbol, name, valid_from)
       SELECT id, 'BCVT', 'Phòng Bưu chính', '2024-01-01' FROM offices WHERE code = 'STTTT'`,
    );
  });
  afterAll(async () => {
    await office?.close();
    await provider?.stop();
  });

  async function fileOf(rules: unknown): Promise<string> {
    const file = join(await scratchFolder(), 'rules.json');
    await writeFile(file, JSON.stringify(rules));
    return file;
  }
  const path = (address: string) => address.replace(/^https?:\/\/[^/]+/, '');
  const go = async (browser: Browser, who: TestProvider['who']): Promise<request.Response> => {
    delete provider.who.more;
    Object.assign(provider.who, who);
    const left = await browser.get('/signin/openid?to=/board').expect(303);
    const there = request.agent(provider.issuer);
    let next = left.headers['location']!;
    while (!next.startsWith(site)) {
      next = (await there.get(path(next))).headers['location']!;
    }
    return browser.get(path(next));
  };
  const comes = (subject: string, name: string, more: Record<string, unknown>) =>
    go(request.agent(office.address), { subject, name, methods: ['pwd'], more });
  const people = () =>
    office.database.query('SELECT username, roles FROM accounts ORDER BY username');

  it('has the roles of all rules that fit, the unit and the name of the directory, and works at once', async () => {
    const browser = request.agent(office.address);
    const who = {
      subject: 'u-10',
      name: 'an.nv@so.example',
      methods: ['pwd'],
      more: {
        name: 'Nguyễn Văn An',
        title: 'Chuyên viên',
        groups: ['khac', 'soan-thao'],
        realm_access: { roles: ['van-thu'] },
        department: 'BCVT',
        email: 'an.nv@so.example',
        email_verified: true,
      },
    };
    expect((await go(browser, who)).status).toBe(303);
    const { body } = await browser.get('/api/session').expect(200);
    expect(body).toMatchObject({
      username: 'an.nv',
      fullName: 'Nguyễn Văn An',
      post: 'Chuyên viên',
      roles: ['drafter', 'clerk'],
    });
    await browser.get('/dispatches/new').expect(200);
    const [row] = await office.database.query(
      `SELECT email, symbol, (SELECT jsonb_agg(verb ORDER BY entry.id) FROM journal_entries entry
         WHERE subject_id = account.id) AS verbs
       FROM accounts account JOIN units ON units.id = unit_id WHERE username = 'an.nv'`,
    );
    expect(row).toEqual({
      email: 'an.nv@so.example',
      symbol: 'BCVT',
      verbs: ['person-opened', 'openid-linked'],
    });
    const before = await people();
    expect((await go(request.agent(office.address), who)).status).toBe(303);
    expect(await people()).toEqual(before);
  });

  it('is opened to nobody whom no rule fits, who reads what to do', async () => {
    const before = await people();
    const strangers = [
      {},
      { groups: ['khac'] },
      { groups: ['soan-thao'] }, // no mail address of the domain
      { groups: ['soan-thao'], email: 'a@gmail.example' },
      ...[undefined, null, false, 'false', 'yes', 1].map((email_verified) => ({
        groups: ['soan-thao', 'khac'],
        email: 'a@so.example',
        email_verified,
      })),
      { groups: ['soan-thao'], email: 'x y@so.example', email_verified: true },
      { groups: ['soan-thao'], email: ['a@so.example'], email_verified: true },
      // The rule trusts what is not said; this is said.
      { groups: ['khong-noi-ve-thu'], email: 'a@so.example', email_verified: 'false' },
      { groups: ['khong-noi-ve-thu'], email: 'a@gmail.example' },
      { groups: ['soan-thao', 'co-quan-khac'], email: 'a@so.example', email_verified: true }, // rules of two offices
      { groups: ['co-quan-khac'] }, // of an office that is not here
    ];
    for (const more of strangers) {
      const answer = await comes('u-20', 'nguoi.la', more);
      expect({ more, status: answer.status }).toEqual({ more, status: 409 });
      expect(answer.text).toContain('không thuộc nhóm nào được tự mở');
    }
    expect(await people()).toEqual(before);
  });

  it('is never that of somebody else or of a leaver, whatever the group', async () => {
    const more = { groups: ['soan-thao'], email: 'vanthu@so.example', email_verified: true };
    await office.database.query(`UPDATE accounts SET closed_at = now() WHERE username = 'lanhdao'`);
    const before = await people();
    for (const name of ['lanhdao', 'lanhdao@so.example', 'vanthu@so.example', 'không tên']) {
      expect((await comes('u-30', name, more)).status).toBe(409);
    }
    expect(await people()).toEqual(before);
  });

  it('is opened to nobody whose name is no text, or none that the office would give', async () => {
    const more = { groups: ['soan-thao'], email: 'a@so.example', email_verified: 'true' };
    const before = await people();
    for (const name of [
      undefined,
      null,
      ['vanthu3'],
      12345,
      true,
      { first: 'an' },
      '',
      'ab',
      '@',
    ]) {
      const { status, text } = await comes('u-40', name as string, more);
      expect({ name, status }).toEqual({ name, status: 409 });
      expect(text).toContain('không thuộc nhóm nào được tự mở');
    }
    expect(await people()).toEqual(before);
  });

  it('takes an unsaid address by a rule that trusts the provider, and leaves out one that is none', async () => {
    const rows = (username: string) =>
      office.database.query(
        `SELECT full_name, post, email, details -> 'withoutEmail' AS without FROM accounts
         JOIN journal_entries ON subject_id = accounts.id AND verb = 'person-opened'
         WHERE username = $1`,
        [username],
      );
    const trusted = { groups: ['khong-noi-ve-thu'], email: 'Ha.LT@so.example', name: ['Hà'] };
    expect((await comes('u-50', 'ha.lt', trusted)).status).toBe(303);
    expect(await rows('ha.lt')).toEqual([
      { full_name: 'ha.lt', post: 'Chưa ghi chức vụ', email: 'Ha.LT@so.example', without: null },
    ]);
    const strange = { realm_access: { roles: ['van-thu'] }, name: ' Lê  Thị\tHoa ', email: 'x y' };
    expect((await comes('u-51', 'hoa.lt', strange)).status).toBe(303);
    expect(await rows('hoa.lt')).toEqual([
      { full_name: 'Lê Thị Hoa', post: 'Chưa ghi chức vụ', email: null, without: true },
    ]);
  });

  it('needs rules that are right, or nothing starts', async () => {
    const said = async (rules: unknown) =>
      readOpenidRules(await fileOf(rules)).catch(({ message }: Error) => message);
    expect(await said([{ ...RULES[0], roles: [] }])).toContain('0.roles: Ghi ít nhất một vai trò.');
    expect(await said([{ ...RULES[0], roles: ['recipient'] }])).toContain('0.roles.0');
    expect(await said([{ ...RULES[0], trustEmail: 'true' }])).toContain('0.trustEmail');
    expect(await said([{ ...RULES[0], rolse: ['clerk'] }])).toContain('0.rolse');
    expect(await said({})).toContain('OIDC_RULES_FILE');
  });
});
