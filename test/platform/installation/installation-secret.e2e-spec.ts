import { createCipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';
import request from 'supertest';
import { Config } from '../../../src/platform/config/config.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { dispatchIdOf } from '../../../src/office/dispatches/check-code.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { Outbox } from '../../../src/office/delivery/outbox/outbox.ts';
import { runProgram } from '../../support/run-program.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { until } from '../../support/until.ts';

const OTHER = 'quite another secret, 32 characters or more';
const PATIENCE_MS = 300_000; // programs start from their sources
const WHY = { reason: 'Sai phụ lục.', basis: 'Ý kiến của Giám đốc Sở' };

describe('the secret of an installation', () => {
  let office: SendingOffice;
  let own: string;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    own = office.config.installationSecret;
  });
  afterAll(() => office?.close());
  afterEach(() => office.database.query('TRUNCATE totp_secrets, recovery_codes, tries'));

  const start = (program: string, secret: Record<string, string>, args: string[] = []) =>
    runProgram(program, args, {
      ...{ DATABASE_URL: office.config.databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1' },
      ...{ PORT: '0', HOST: '127.0.0.1', ...secret },
    });
  const fingerprints = () =>
    office.database.query('SELECT secret_fingerprint AS fingerprint FROM installations');
  const issued = async (): Promise<string> => {
    const drafter = await office.as('chuyenvien');
    const addressees = [{ text: 'Các sở, ban, ngành tỉnh' }];
    const id = await draftedBy(drafter, await aDraft(office, { addressees }));
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    return id;
  };
  const oneRecipient = async (dispatch: string): Promise<string> => {
    const [row] = await office.database.query(
      `SELECT r.id FROM recipients r JOIN deliveries d ON d.recipient_id = r.id
       WHERE r.dispatch_id = $1 AND d.channel IS NOT NULL ORDER BY r.id LIMIT 1`,
      [dispatch],
    );
    return row.id;
  };
  /** The links and codes of before each purpose had a key of its own. */
  const formerMac = (label: string, data: string | Buffer) =>
    createHmac('sha256', own).update(label).update(data).digest();
  const formerLink = (id: string) => formerMac('link:', id).toString('base64url');
  const asBefore = (ids: string[]) =>
    office.database.query(
      `UPDATE recipients SET token_hash = made.token
       FROM unnest($1::uuid[], $2::text[]) AS made (id, token) WHERE recipients.id = made.id`,
      [ids, ids.map((id) => hash('sha256', formerLink(id)))],
    );

  it.each([
    ['main', []],
    ['worker', []],
    ['dev/open-sample', []],
  ])(
    'keeps %s from starting when it is another one',
    async (program, args) => {
      const { code, said } = await start(program, { INSTALLATION_SECRET: OTHER }, args);
      expect({ code, lines: said.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
      expect(said).toMatch(/^INSTALLATION_SECRET không phải khóa bí mật của cơ sở dữ liệu này/);
      expect(said).toContain('npm run secret:renew');
    },
    PATIENCE_MS,
  );

  it('has to be there, once, under its name or its former one', () => {
    const env = { DATABASE_URL: office.config.databaseUrl, SMTP_URL: office.config.smtpUrl };
    expect(() => new Config(env)).toThrow(/^Chưa đặt INSTALLATION_SECRET: .*openssl rand/);
    const both = { ...env, INSTALLATION_SECRET: own, LINK_SECRET: OTHER };
    expect(() => new Config(both)).toThrow('INSTALLATION_SECRET và LINK_SECRET (tên cũ) khác nhau');
    expect(() => new Config({ ...env, INSTALLATION_SECRET: 'short' })).toThrow('cần 32 ký tự');
    expect(new Config({ ...both, LINK_SECRET: '' }).notices).toEqual([]);
  });

  it(
    'is read under its former name, which is said',
    async () => {
      const former = await start('dev/open-sample', { LINK_SECRET: own });
      expect(former).toMatchObject({ code: 0 });
      expect(former.out + former.said).toContain('LINK_SECRET là tên cũ, vẫn dùng được');
    },
    PATIENCE_MS,
  );

  describe('in a database of before there were fingerprints', () => {
    beforeEach(() => office.database.query('TRUNCATE installations'));
    afterAll(async () => {
      await start('dev/open-sample', { INSTALLATION_SECRET: own });
    }, PATIENCE_MS);

    it.each(['links', 'second factors', 'webhooks'])(
      'is proven by %s',
      async (proof) => {
        await office.database.query(`UPDATE agencies SET webhook_secret = NULL`);
        const [account] = await office.database.query(`SELECT id FROM accounts LIMIT 1`);
        const [agency] = await office.database.query(`SELECT id FROM agencies LIMIT 1`);
        if (proof === 'links') await asBefore([await oneRecipient(await issued())]);
        if (proof === 'second factors') {
          await office.database.query(
            'INSERT INTO totp_secrets (account_id, sealed_secret) VALUES ($1, $2)',
            [account.id, formerSeal(own, account.id, randomBytes(20))],
          );
        }
        if (proof === 'webhooks') {
          const sealed = formerSeal(own, agency.id, Buffer.from('whsec_abc'));
          await office.database.query('UPDATE agencies SET webhook_secret = $2 WHERE id = $1', [
            agency.id,
            sealed,
          ]);
        }
        const wrong = await start('dev/open-sample', { INSTALLATION_SECRET: OTHER });
        expect(wrong.said).toMatch(/không phải khóa bí mật của cơ sở dữ liệu này/);
        expect(await fingerprints()).toEqual([]);
        const right = await start('dev/open-sample', { INSTALLATION_SECRET: own });
        expect(right).toMatchObject({ code: 0, said: '' });
        expect(await fingerprints()).toEqual([{ fingerprint: office.config.keys.fingerprint }]);
      },
      PATIENCE_MS,
    );
  });

  it('opens the links of before, and later mails bring links that open as well', async () => {
    const dispatch = await issued();
    const recipient = await oneRecipient(dispatch);
    await until('all are delivered', async () => {
      const rows = await office.database.query(
        `SELECT FROM deliveries WHERE dispatch_id = $1 AND state IN ('waiting', 'sending')`,
        [dispatch],
      );
      return rows.length === 0;
    });
    await asBefore([recipient]);
    await office.anyone.get(`/a/${formerLink(recipient)}`).expect(200);
    const today = `/a/${linkToken(office.config.keys, recipient)}`;
    await office.anyone.get(today).expect(404);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${dispatch}/recall`).send(WHY).expect(201);
    await office.app.get(Outbox, { strict: false }).sendAllDue('recall', () => false);
    await until('the notice has gone', async () => {
      const rows = await office.database.query(
        `SELECT FROM recall_notices WHERE recipient_id = $1 AND state = 'sent'`,
        [recipient],
      );
      return rows.length > 0;
    });
    await office.anyone.get(today).expect(200);
    await office.anyone.get(`/a/${formerLink(recipient)}`).expect(200);
    await office.anyone.get(`/a/${formerLink(dispatch)}`).expect(404);
  });

  it('knows the codes of pages that were printed before', async () => {
    const dispatch = await issued();
    const id = Buffer.from(dispatch.replaceAll('-', ''), 'hex');
    const code = Buffer.concat([id, formerMac('check:', id).subarray(0, 12)]).toString('base64url');
    expect(dispatchIdOf(office.config.keys, code)).toBe(dispatch);
    await office.anyone.get(`/verify/${code}`).expect(200);
  });

  it('says in words that a second factor of another secret opens no more, and lets in with a code on paper', async () => {
    const browser = await office.as('vanthu');
    const [account] = await office.database.query(
      `SELECT id FROM accounts WHERE username = 'vanthu'`,
    );
    await office.database.query(
      `INSERT INTO totp_secrets (account_id, sealed_secret, confirmed_at) VALUES ($1, $2, now())`,
      [account.id, formerSeal(OTHER, account.id, randomBytes(20))],
    );
    const codes = [
      ...(await browser.post('/account/recovery-codes').expect(201)).text.matchAll(
        /<code>([A-Z2-7-]+)<\/code>/g,
      ),
    ].map(([, code]) => code!);
    const guest = request.agent(office.address);
    const form = { username: 'vanthu', password: SAMPLE_PASSWORD, to: '/board' };
    await guest.post('/session').type('form').send(form).expect(303);
    const give = (code: string) =>
      guest.post('/session/second-factor').type('form').send({ code, to: '/board' });
    const refused = await give('123456').expect(409);
    expect(refused.text).toContain('Mã của ứng dụng không còn dùng được');
    expect(refused.text).toContain('npm run reset-sign-in -- vanthu');
    const program = await office.anyone
      .post('/api/session')
      .send({ username: 'vanthu', password: SAMPLE_PASSWORD, code: '123456' });
    expect(program.body).toMatchObject({ type: 'second-factor-sealed', status: 409 });
    await give(codes[0]!).expect(303);
    await guest.get('/board').expect(200);
  });
});

/** As second factors and webhook secrets were sealed before. */
function formerSeal(secret: string, owner: string, content: Buffer): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'second-factor', 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}
