import request from 'supertest';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { checkCode } from '../../../src/office/dispatches/check-code.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';

describe('what the system prints, at its most talkative', () => {
  let office: SendingOffice;
  let printed = '';
  const outputs = [process.stdout, process.stderr] as const;
  const writes = outputs.map((output) => output.write.bind(output));

  beforeAll(async () => {
    for (const output of outputs) {
      output.write = (chunk: string | Uint8Array) => {
        printed += chunk.toString();
        return true;
      };
    }
    office = await sendingOffice({
      directory: scaledDirectory(80),
      env: { LOG_FORMAT: 'json', LOG_LEVEL: 'debug', WEBHOOK_PRIVATE_RANGES: '127.0.0.1' },
    });
  });
  afterAll(async () => {
    await office?.close();
    for (const [index, output] of outputs.entries()) output.write = writes[index]!;
  });

  it('has no password, token, key, code or secret in it, whatever was done', async () => {
    const secrets = new Map<string, string>([
      ['the password of the sample', SAMPLE_PASSWORD],
      ['the secret of the installation', office.config.installationSecret],
    ]);
    const keep = (name: string, found: string | undefined) => {
      expect(found).toBeTruthy();
      secrets.set(name, found!);
      return found!;
    };
    const [drafter, clerk] = [await office.as('chuyenvien'), await office.as('vanthu')];
    keep('a wrong password', 'mat-khau-go-nham');
    const wrong = { username: 'vanthu', password: 'mat-khau-go-nham' };
    await office.anyone.post('/session').type('form').send(wrong).expect(401);

    const entered = await request(office.address)
      .post('/session')
      .type('form')
      .send({ username: 'lanhdao', password: SAMPLE_PASSWORD })
      .expect(303);
    const cookie = (entered.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    keep('a session', cookie.split('=')[1]);
    await request(office.address).get('/board').set('Cookie', cookie).expect(200);

    const totp = await clerk.get('/account/totp').expect(200);
    keep('the secret of a phone', /<code>([A-Z2-7 ]+)<\/code>/.exec(totp.text)?.[1]);
    await clerk.post('/account/totp').type('form').send({ code: '135790' });
    keep('a code', '135790');

    const made = await clerk.post('/api/keys').send({ name: 'x', scopes: ['read'] });
    const key = keep('a key of a program', made.body.key);
    await office.anyone.get('/api/dispatches').set('Authorization', `Bearer ${key}`).expect(200);

    const [{ id: agency }] = await office.database.query(
      `SELECT id FROM agencies WHERE kind = 'district' ORDER BY code LIMIT 1`,
    );
    const opened = await clerk
      .post(`/directory/agencies/${agency}/people`)
      .type('form')
      .send({ username: 'lan.xa', fullName: 'Bùi Thị Lan', post: 'Văn thư' })
      .expect(201);
    keep('a password that is shown once', /<code>([\w-]{16})<\/code>/.exec(opened.text)?.[1]);
    const channels = { channels: 'webhook,email', webhookUrl: 'https://127.0.0.1:1/webhook' };
    const webhook = await clerk
      .post(`/directory/agencies/${agency}/channels`)
      .type('form')
      .send(channels)
      .expect(201);
    keep('the secret of a webhook', /whsec_[\w+/=]+/.exec(webhook.text)?.[0]);

    const lines = {
      addressees: [{ text: 'Ủy ban nhân dân các huyện, thành phố' }],
      copies: [{ text: 'Lưu: VT' }],
    };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await until('mails are out', async () => office.mailbox.count >= 7);
    const [recipient] = await office.database.query('SELECT id FROM recipients LIMIT 1');
    const token = keep('a link', linkToken(office.config.keys, recipient.id));
    await office.anyone.get(`/a/${token}`).expect(200);
    await office.anyone.get(`/a/${token}x`).expect(404);
    const person = { name: 'Lê Thị Kín', post: 'Văn thư' };
    keep('who acknowledged', person.name);
    await office.anyone.post(`/a/${token}/acknowledgement`).type('form').send(person).expect(303);
    const code = keep('a code of a page', checkCode(office.config.keys, id));
    await office.anyone.get(`/verify/${code}`).expect(200);

    const next = keep('a new password', 'mot-mat-khau-hoan-toan-moi');
    await clerk
      .post('/account/password')
      .type('form')
      .send({ password: SAMPLE_PASSWORD, next })
      .expect(303);

    await until('the last request is told', async () => printed.includes('/account/password'));
    expect(printed).toContain('"route":"/a/:token"');
    expect([...secrets].filter(([, secret]) => printed.includes(secret))).toEqual([]);
  });
});
