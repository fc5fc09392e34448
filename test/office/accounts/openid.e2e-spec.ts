import request from 'supertest';
import { freePort } from '../../support/free-port.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { testProvider, type TestProvider } from './provider.ts';

describe('signing in with an account of the province', () => {
  let provider: TestProvider;
  let office: TestOffice;
  let site: string;

  beforeAll(async () => {
    const port = await freePort();
    site = `http://localhost:${port}`;
    const client = {
      id: 'noi-nhan',
      secret: 'a secret of the client',
      callback: `${site}/signin/openid/callback`,
    };
    provider = await testProvider(client);
    office = await testOffice({
      port,
      env: {
        PUBLIC_URL: site,
        SECOND_FACTOR_ROLES: 'signer',
        OIDC_ISSUER: provider.issuer,
        OIDC_NAME: 'tài khoản tỉnh',
        OIDC_CLIENT_ID: client.id,
        OIDC_CLIENT_SECRET: client.secret,
      },
    });
  });
  afterAll(async () => {
    await office?.close();
    await provider?.stop();
  });
  beforeEach(() => office.database.query('TRUNCATE openid_identities, sessions'));

  const path = (address: string) => address.replace(/^https?:\/\/[^/]+/, '');

  /** Out to the provider and back with its answer: the address of the callback. */
  async function go(browser: Browser, who: Partial<TestProvider['who']>): Promise<string> {
    Object.assign(provider.who, { subject: 'u-1', name: 'vanthu', methods: ['pwd'] }, who);
    const left = await browser.get('/signin/openid?to=/board').expect(303);
    const there = request.agent(provider.issuer);
    let next = left.headers['location']!;
    while (!next.startsWith(site)) {
      const answer = await there.get(path(next));
      if (!answer.headers['location']) throw new Error(`${answer.status} ${answer.text}`);
      next = answer.headers['location'];
    }
    return path(next);
  }

  const browser = () => request.agent(office.address);

  it('is offered where it is configured', async () => {
    const { text } = await office.anyone.get('/signin?to=/board').expect(200);
    expect(text).toContain('Đăng nhập bằng tài khoản tỉnh');
    expect(text).toContain('href="/signin/openid?to=%2Fboard"');
  });

  it('opens the account of that name, and of that person ever after', async () => {
    const first = browser();
    const back = await first.get(await go(first, {})).expect(303);
    expect(back.headers['location']).toBe('/board');
    expect((await first.get('/api/session').expect(200)).body.username).toBe('vanthu');
    const renamed = browser();
    await renamed.get(await go(renamed, { name: 'ten-moi' })).expect(303);
    expect((await renamed.get('/api/session').expect(200)).body.username).toBe('vanthu');
  });

  it('opens nothing for somebody else who was given that name later', async () => {
    const first = browser();
    await first.get(await go(first, {})).expect(303);
    const other = browser();
    const answer = await other.get(await go(other, { subject: 'u-2' })).expect(409);
    expect(answer.text).toContain('chưa được mở');
    await other.get('/api/session').expect(401);
  });

  it('opens nothing for a name that is not here', async () => {
    const stranger = browser();
    await stranger.get(await go(stranger, { subject: 'u-3', name: 'nguoi-la' })).expect(409);
  });

  it('opens nothing of a closed account, in the words for one that never was', async () => {
    const close = (at: string) =>
      office.database.query(`UPDATE accounts SET closed_at = ${at} WHERE username = 'lanhdao'`);
    const who = { subject: 'u-5', name: 'lanhdao' };
    const before = browser();
    await before.get(await go(before, who)).expect(303);
    await close('now()');
    const after = browser();
    const linked = await after.get(await go(after, who)).expect(409);
    await office.database.query('TRUNCATE openid_identities');
    const unlinked = await after.get(await go(after, who)).expect(409);
    const nobody = await after.get(await go(after, { ...who, name: 'nguoi-la' })).expect(409);
    const words = ({ text }: request.Response) =>
      /<main.*?<\/h1>(.*?)<p class/s.exec(text)?.[1] ?? '';
    expect(linked.text).toContain('chưa được mở');
    expect(words(linked)).toBe(words(nobody));
    expect(words(unlinked)).toBe(words(nobody));
    await close('NULL');
  });

  it('asks for a second factor unless the provider did', async () => {
    const plain = browser();
    await plain.get(await go(plain, { subject: 'u-4', name: 'phogiamdoc' })).expect(303);
    expect((await plain.get('/board').expect(303)).headers['location']).toContain('/account/totp');
    const strong = browser();
    const methods = ['pwd', 'otp'];
    await strong.get(await go(strong, { subject: 'u-4', name: 'phogiamdoc', methods })).expect(303);
    await strong.get('/board').expect(200);
  });

  it('takes an answer only in the browser that asked, once, and unchanged', async () => {
    const asking = browser();
    const answer = await go(asking, {});
    expect((await browser().get(answer).expect(409)).text).toContain('quá hạn');
    const other = browser();
    await other.get('/signin/openid').expect(303);
    await other.get(answer).expect(409); // its state is another
    const forged = answer.replace(/code=[^&]+/, 'code=forged');
    await asking.get(forged).expect(409);
    await asking.get(answer).expect(409); // the errand is over
    await asking.get('/api/session').expect(401);
  });
});

it('is refused with a word where no provider is configured', async () => {
  const office = await testOffice();
  try {
    await office.anyone.get('/signin/openid').expect(409);
    expect((await office.anyone.get('/signin')).text).not.toContain('/signin/openid');
  } finally {
    await office.close();
  }
});
