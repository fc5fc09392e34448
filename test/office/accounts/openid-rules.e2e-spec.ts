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
      { groups: ['soan-thao'], email: 'a@so.example', email_verified: false },
      { groups: ['soan-thao', 'co-quan-khac'], email: 'a@so.example' }, // rules of two offices
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
    const more = { groups: ['soan-thao'], email: 'vanthu@so.example' };
    await office.database.query(`UPDATE accounts SET closed_at = now() WHERE username = 'lanhdao'`);
    const before = await people();
    for (const name of ['lanhdao', 'lanhdao@so.example', 'vanthu@so.example', 'không tên']) {
      expect((await comes('u-30', name, more)).status).toBe(409);
    }
    expect(await people()).toEqual(before);
  });

  it('needs rules that are right, or nothing starts', async () => {
    const said = async (rules: unknown) =>
      readOpenidRules(await fileOf(rules)).catch(({ message }: Error) => message);
    expect(await said([{ ...RULES[0], roles: [] }])).toContain('0.roles: Ghi ít nhất một vai trò.');
    expect(await said([{ ...RULES[0], roles: ['recipient'] }])).toContain('0.roles.0');
    expect(await said([{ ...RULES[0], rolse: ['clerk'] }])).toContain('0.rolse');
    expect(await said({})).toContain('OIDC_RULES_FILE');
  });
});
