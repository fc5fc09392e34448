import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { createTransport } from 'nodemailer';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BounceCollector } from '../../../src/office/delivery/bounces/bounce-collector.ts';
import { BounceInbox } from '../../../src/office/delivery/bounces/bounce-inbox.ts';
import { listenForBounces } from '../../../src/office/delivery/bounces/bounce-listener.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { WORK } from '../../../src/worker.module.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { startStrangeServer, type StrangeServer } from '../../support/strange-server.ts';
import { until } from '../../support/until.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('a mail that comes back', () => {
  let server: StrangeServer;
  let office: TestOffice;
  let clerk: Browser;
  let drafter: Browser;
  let port: number;

  beforeAll(async () => {
    server = await startStrangeServer();
    const keyFile = join(await scratchFolder(), 'dkim.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    office = await testOffice({
      directory: scaledDirectory(120),
      modules: WORK,
      env: {
        SMTP_URL: server.url,
        MAIL_FROM: 'van-thu@so.example',
        BOUNCE_ADDRESS: 'tra-lai@so.example',
        BOUNCE_INBOX: 'smtp://127.0.0.1:0',
        DKIM_SELECTOR: 'vt',
        DKIM_KEY_FILE: keyFile,
        DELIVERY_REPORTS: 'all',
      },
    });
    port = office.app.get(BounceCollector).opened!.port!;
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
  });
  afterAll(async () => {
    await office?.close();
    await server?.close();
  });
  afterEach(() => (server.behave = () => undefined));

  const draftTo = async (name: string) =>
    draftedBy(
      drafter,
      await aDraft(office, { addressees: [{ text: name }], copies: [{ text: 'Lưu: VT' }] }),
    );
  const settled = (id: string, wanted: RegExp) =>
    until('the delivery has an outcome', async () => {
      const [row] = await office.database.query(
        'SELECT id, state FROM deliveries WHERE dispatch_id = $1',
        [id],
      );
      return wanted.test(row.state) ? row : undefined;
    }) as Promise<{ id: string; state: string }>;
  /** One mail to one agency, and how it went out. */
  const sentTo = async (name: string) => {
    const id = await draftTo(name);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await settled(id, /accepted|failed/);
    return { id, mail: server.mails.at(-1)! };
  };
  const recipientOf = async (id: string) => {
    const { body } = await clerk.get(`/api/dispatches/${id}/recipients`).expect(200);
    return body.items[0] as Record<string, string>;
  };
  const agency = async (code: string) => {
    const [{ name }] = await office.database.query('SELECT name FROM agencies WHERE code = $1', [
      code,
    ]);
    const { body } = await clerk.get('/api/agencies').query({ q: name }).expect(200);
    return body.items.find((each: { code: string }) => each.code === code);
  };
  /** A mail of the corpus, about `address`. */
  const form = (name: string, address = 'tb-01@thaibinh.example') => {
    const raw = readFileSync(
      join(packageRoot, `test/office/delivery/bounces/${name}.eml`),
      'latin1',
    );
    return Buffer.from(raw.replaceAll('tb-01@thaibinh.example', address), 'latin1');
  };
  const comesBack = async (to: string, raw: Buffer, options = {}) => {
    const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...options });
    await transport.sendMail({ envelope: { from: '', to }, raw });
  };

  it('went out signed, with a sender of its own and a request for reports', async () => {
    const { id, mail } = await sentTo('TB.01');
    const { id: deliveryId } = await settled(id, /accepted/);
    expect(mail.from).toMatch(/^tra-lai\+[0-9a-v]{48}@so\.example$/);
    expect(mail.commands[0]).toContain(`RET=HDRS ENVID=${deliveryId}`);
    expect(mail.commands[1]).toContain(
      'NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;tb-01@thaibinh.example',
    );
    expect(mail.raw).toMatch(/^List-Id: <stttt\.van-ban-di\.so\.example>\r$/m);
    expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail.raw).not.toMatch(/<img/i);
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const { results } = await dkimVerify(Buffer.from(mail.raw, 'latin1'), {
      resolver: async () => [[`v=DKIM1; k=rsa; p=${key}`]],
    });
    expect(results).toMatchObject([{ signingDomain: 'so.example', status: { result: 'pass' } }]);
  });

  it('for good is shown as failed, and its address is flagged until it is corrected', async () => {
    const { id, mail } = await sentTo('TB.02');
    const raw = form('postfix-unknown-user', 'tb-02@thaibinh.example');
    await comesBack(mail.from, raw);
    await settled(id, /bounced/);
    await comesBack(mail.from, Buffer.concat([Buffer.from('Received: by mx2.example\r\n'), raw]));
    const reports = await office.database.query(
      `SELECT reported, is_hard, status FROM delivery_reports
       JOIN deliveries ON id = delivery_id WHERE dispatch_id = $1`,
      [id],
    );
    expect(reports).toEqual([{ reported: 'failed', is_hard: true, status: '5.1.1' }]);
    const recipient = await recipientOf(id);
    expect(recipient).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('không có hoặc không còn dùng'),
      lastReply: expect.stringContaining('User unknown in virtual mailbox table'),
    });
    expect((await agency('TB.02')).addressFailure).toMatchObject({
      words: expect.stringContaining('User unknown'),
    });
    const page = await clerk.get('/directory?doubtful=true').expect(200);
    expect(page.text).toContain('tb-02@thaibinh.example');
    expect(page.text).not.toContain('tb-03@thaibinh.example');
    expect(page.text).toContain('Máy chủ thư nói:');
    const next = await draftTo('TB.02');
    const warning = async () => {
      const { body } = await clerk.get(`/api/dispatches/${next}/preflight`).expect(200);
      return JSON.stringify(body.findings);
    };
    expect(await warning()).toContain('máy chủ thư báo là không dùng được');
    await clerk
      .post(`/api/dispatches/${id}/resends`)
      .send({ recipientId: recipient['id'], address: 'van-thu@tb02.example', inDirectory: true })
      .expect(201);
    await settled(id, /accepted/);
    expect((await agency('TB.02')).addressFailure).toBeNull();
    expect(await warning()).not.toContain('không dùng được');
  });

  it('of an earlier round says nothing about the corrected address', async () => {
    const { id, mail } = await sentTo('TB.03');
    await comesBack(mail.from, form('qmail-no-mailbox'));
    await settled(id, /bounced/);
    await clerk.post(`/api/dispatches/${id}/resends`).send({}).expect(201);
    await settled(id, /accepted/);
    const again = server.mails.at(-1)!;
    expect(again.id).toBe(mail.id);
    expect(again.from).not.toBe(mail.from);
    await comesBack(mail.from, form('exim-unrouteable'));
    await settled(id, /accepted/);
  });

  it('because the mailbox is full flags no address', async () => {
    const { id, mail } = await sentTo('TB.04');
    await comesBack(mail.from, form('viettel-decomposed-qp'));
    await settled(id, /bounced/);
    expect((await agency('TB.04')).addressFailure).toBeNull();
  });

  it('is not what an absent clerk’s mailbox answers, nor a question who wrote', async () => {
    const { id, mail } = await sentTo('TB.05');
    for (const name of ['not-away-exchange', 'not-challenge', 'not-person', 'not-empty']) {
      await comesBack(mail.from, form(name));
    }
    await comesBack(mail.from, form('postfix-delayed'));
    expect((await settled(id, /./)).state).toBe('accepted');
    await comesBack(mail.from, form('postfix-delivered'));
    await settled(id, /delivered/);
  });

  it('cannot be made up: only sealed addresses are taken', async () => {
    const { id, mail } = await sentTo('TB.06');
    const forged = mail.from.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'));
    const raw = form('postfix-unknown-user');
    await expect(comesBack(forged, raw)).rejects.toThrow('550 5.1.1');
    await expect(comesBack('van-thu@so.example', raw)).rejects.toThrow('550 5.1.1');
    expect((await settled(id, /./)).state).toBe('accepted');
  });

  it('is taken by LMTP, too, and nothing breaks on garbage', async () => {
    const { id, mail } = await sentTo('TB.07');
    const inbox = await listenForBounces(
      new URL('lmtp://127.0.0.1:0'),
      office.app.get(BounceInbox),
    );
    const way = { port: inbox.port, lmtp: true };
    await comesBack(mail.from, Buffer.from([0, 255, 13, 10, 61, 63, 0]), way);
    await comesBack(mail.from, form('gmail-vietnamese').subarray(0, 900), way);
    await comesBack(mail.from, form('zimbra-account-closed'), way);
    await settled(id, /bounced/);
    await inbox.close();
  });

  it('at the door flags the address as well; the clerk may know better', async () => {
    server.behave = (moment) => (moment === 'RCPT' ? '550 5.1.1 No such user' : undefined);
    const { id } = await sentTo('TB.08');
    expect((await settled(id, /./)).state).toBe('failed');
    const { id: agencyId } = await until('the address is flagged', async () => {
      const found = await agency('TB.08');
      return found.addressFailure ? found : undefined;
    });
    await drafter.post(`/api/agencies/${agencyId}/address-confirmation`).expect(403);
    await clerk.post(`/directory/agencies/${agencyId}/address-confirmation`).expect(303);
    expect((await agency('TB.08')).addressFailure).toBeNull();
  });

  it('of an address that the agency’s forwards to names that address and flags nobody', async () => {
    const { id, mail } = await sentTo('TB.09');
    await comesBack(mail.from, form('postfix-unknown-user', 'rieng@khac.example'));
    await settled(id, /bounced/);
    expect((await recipientOf(id))['reason']).toContain('rieng@khac.example');
    expect((await agency('TB.09')).addressFailure).toBeNull();
  });

  it('for what is wrong with us, at the door or later, flags nobody', async () => {
    const refusals = [
      '550 5.1.0 <tra-lai@so.example> sender rejected',
      '550-Verification failed for <tra-lai@so.example>\r\n550-No such user here\r\n550 Sender verify failed',
      '550 5.1.1 Domain so.example does not exist or has no MX: sender refused',
      '550 5.1.1 Too many recipients from your IP this hour',
    ];
    for (const [index, refusal] of refusals.entries()) {
      server.behave = (moment) => (moment === 'RCPT' ? refusal : undefined);
      const code = `TB.${10 + index}`;
      const { id } = await sentTo(code);
      expect((await settled(id, /./)).state).toBe('failed');
      expect((await agency(code)).addressFailure).toBeNull();
    }
  });
});
