import request from 'supertest';
import { codeOf, stepAt } from '../../../src/office/accounts/second-factor/totp.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { checkCode } from '../../../src/office/dispatches/check-code.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { InstallationKeys } from '../../../src/platform/installation/installation-keys.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { runProgram } from '../../support/run-program.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';

const NEXT = 'the next secret of this office, 32 or more';
const LAST = 'the last secret of this office, 32 or more';
const APP = Buffer.from('12345678901234567890');
const WEBHOOK = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

jest.setTimeout(300_000); // programs start from their sources

describe('renewing the secret', () => {
  let fresh: FreshDatabase;
  let office: TestOffice;
  let former: InstallationKeys;
  let formerSecret: string;
  let dispatch: string;
  let recipients: string[];
  let account: string;
  let agency: string;

  const open = (secret?: string) =>
    testOffice({
      directory: scaledDirectory(80),
      env: { DATABASE_URL: fresh.url, ...(secret && { INSTALLATION_SECRET: secret }) },
    });
  const renew = (args: string[], secrets: Record<string, string>) =>
    runProgram('ops/secret/renew-secret-command', args, { DATABASE_URL: fresh.url, ...secrets });
  const linkOf = (keys: InstallationKeys) => `/a/${linkToken(keys, recipients[0]!)}`;
  const signIn = async (code: string) => {
    const browser = request.agent(office.address);
    const form = { username: 'vanthu', password: SAMPLE_PASSWORD, to: '/board' };
    await browser.post('/session').type('form').send(form).expect(303);
    return browser.post('/session/second-factor').type('form').send({ code, to: '/board' });
  };

  beforeAll(async () => {
    fresh = await freshDatabase();
    office = await open();
    former = office.config.keys;
    formerSecret = office.config.installationSecret;
    dispatch = await draftedBy(await office.as('chuyenvien'), await aDraft(office));
    await signed(office, dispatch);
    const clerk = await office.as('vanthu');
    await clerk
      .post(`/api/dispatches/${dispatch}/issuance`)
      .send({ withoutAddress: true })
      .expect(201);
    const rows = await office.database.query(`SELECT id FROM recipients ORDER BY code`);
    recipients = rows.map(({ id }: { id: string }) => id);
    [{ id: account }] = await office.database.query(
      `SELECT id FROM accounts WHERE username = 'vanthu'`,
    );
    [{ id: agency }] = await office.database.query(`SELECT id FROM agencies ORDER BY code LIMIT 1`);
    await office.database.query(
      `INSERT INTO totp_secrets (account_id, sealed_secret, confirmed_at) VALUES ($1, $2, now())`,
      [account, former.seal('second-factor', account, APP)],
    );
    await office.database.query('UPDATE agencies SET webhook_secret = $2 WHERE id = $1', [
      agency,
      former.seal('webhook', agency, Buffer.from(WEBHOOK)),
    ]);
  });
  afterAll(async () => {
    await office?.close();
    await fresh?.drop();
  });

  it('is refused while others work on the database, or without a new secret', async () => {
    const secrets = { INSTALLATION_SECRET: NEXT };
    const busy = await renew(['--confirm'], secrets);
    expect(busy).toMatchObject({ code: 1 });
    expect(busy.said).toMatch(/kết nối khác vào cơ sở dữ liệu.*Dừng mọi tiến trình web và worker/);
    const same = await renew([], { INSTALLATION_SECRET: office.config.installationSecret });
    expect(same.said).toContain('vẫn là khóa đang dùng');
    const wrong = await renew([], { ...secrets, FORMER_INSTALLATION_SECRET: LAST });
    expect(wrong.said).toContain('FORMER_INSTALLATION_SECRET không phải khóa bí mật');
  });

  it('says first what it ends, and changes nothing before it is confirmed', async () => {
    const { code, out } = await renew(['--end-links'], { INSTALLATION_SECRET: NEXT });
    expect(code).toBe(0);
    expect(out).toContain(`Mọi đường dẫn đã gửi (${recipients.length}) hết hiệu lực`);
    expect(out).toMatch(
      /gửi lại từ trang Theo dõi[^]*1\/STTTT-BCVT kiểm tra hệ thống truyền thanh/,
    );
    expect(out).toMatch(/npm run reset-sign-in -- TÊN:\n\s+vanthu/);
    expect(out).toContain('Khóa webhook của những cơ quan sau');
    expect(out).toContain('Chưa đổi gì');
    await office.anyone.get(linkOf(former)).expect(200);
  });

  it('with the former secret at hand, takes everything along', async () => {
    const code = checkCode(former, dispatch);
    await office.close();
    const done = await renew(['--confirm'], {
      INSTALLATION_SECRET: NEXT,
      FORMER_INSTALLATION_SECRET: office.config.installationSecret,
    });
    expect(done).toMatchObject({ code: 0, said: '' });
    const left = await runProgram('main', [], {
      ...{ DATABASE_URL: fresh.url, SMTP_URL: 'smtp://127.0.0.1:1' },
      INSTALLATION_SECRET: formerSecret,
    });
    expect(left.said).toContain('không phải khóa bí mật của cơ sở dữ liệu này');
    office = await open(NEXT);
    await office.anyone.get(linkOf(former)).expect(200);
    await office.anyone.get(`/verify/${code}`).expect(200);
    const [{ secret }] = await office.database.query(
      'SELECT webhook_secret AS secret FROM agencies WHERE id = $1',
      [agency],
    );
    expect(office.config.keys.unseal('webhook', agency, secret)?.toString()).toBe(WEBHOOK);
    expect((await signIn(codeOf(APP, stepAt(new Date())))).status).toBe(303);
    const verbs = await office.database.query(
      `SELECT details FROM journal_entries WHERE verb = 'secret-renewed'`,
    );
    expect(verbs).toHaveLength(1);
  });

  it('without it, ends links when that is wanted and says what cannot be opened', async () => {
    const code = checkCode(former, dispatch);
    await office.close();
    const done = await renew(['--confirm', '--end-links'], { INSTALLATION_SECRET: LAST });
    expect(done).toMatchObject({ code: 0, said: '' });
    office = await open(LAST);
    await office.anyone.get(linkOf(former)).expect(404);
    await office.anyone.get(`/verify/${code}`).expect(404);
    const refused = await signIn(codeOf(APP, stepAt(new Date())));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('npm run reset-sign-in -- vanthu');
  });
});
