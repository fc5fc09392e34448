import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWith, run } from '../../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { OfficeFile } from '../../../../src/ops/office-file.ts';
import { OfficeSetup } from '../../../../src/ops/office-setup.ts';
import { RateLimiter } from '../../../../src/office/delivery/outbox/rate-limiter.ts';
import { Config } from '../../../../src/platform/config/config.ts';
import { parse } from '../../../../src/platform/web/schema.ts';
import { SAMPLE_PASSWORD } from '../../../../src/dev/sample/thai-binh/office.ts';
import { toCsv, sampleDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../../support/office.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { until } from '../../../support/until.ts';

const CULTURE = 'Sở Văn hóa, Thể thao và Du lịch';
const mandates = [{ post: 'GIÁM ĐỐC', validFrom: '2024-01-01' }];

/** Sở Thông tin, as the environment says for all, and beside it an office that decides for itself. */
describe('two offices of one installation', () => {
  let office: SendingOffice;
  let ours: Browser;
  let theirs: Browser;
  let admin: Browser;

  beforeAll(async () => {
    office = await sendingOffice({ env: { MAIL_PER_MINUTE: '60000' } });
    const person = (username: string, role: string, more = {}) => ({
      ...{ username, fullName: username, post: role, role, password: SAMPLE_PASSWORD, ...more },
    });
    const file = parse(OfficeFile, {
      office: { code: 'SVHTTDL', name: CULTURE, place: 'Hưng Yên' },
      people: [
        person('soan-vh', 'drafter'),
        person('ky-vh', 'signer', { mandates }),
        person('vanthu-vh', 'clerk'),
        person('quantri-vh', 'administrator'),
      ],
      groups: { 'Các sở, ban, ngành tỉnh': ['department'] },
    });
    await office.app.get(OfficeSetup, { strict: false }).open(file);
    [ours, theirs, admin] = await Promise.all([
      office.as('vanthu'),
      office.as('vanthu-vh'),
      office.as('quantri-vh'),
    ]);
    await theirs
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send(toCsv(sampleDirectory().slice(0, 40)))
      .expect(201);
  });
  afterAll(() => office?.close());

  const set = (input: object) => admin.put('/api/office/settings').send(input);
  const submitted = async (drafting: string, symbol: string) => {
    const drafter = await office.as(drafting);
    const [mandate] = await office.database.query(
      `SELECT mandates.id FROM mandates JOIN accounts ON accounts.id = account_id
       WHERE office_id = (SELECT office_id FROM accounts WHERE username = $1)`,
      [drafting],
    );
    const { body } = await drafter
      .post('/api/dispatches')
      .send({
        abstract: 'kiểm tra hệ thống truyền thanh',
        symbol,
        addressees: [{ text: 'Các sở, ban, ngành tỉnh' }],
        body: 'Đề nghị các cơ quan kiểm tra hệ thống truyền thanh./.',
        copies: [{ text: 'Như trên' }, { text: 'Lưu: VT, VP' }],
        mandateId: mandate.id,
      })
      .expect(201);
    await drafter.post(`/api/dispatches/${body.id}/submission`).expect(201);
    return body.id as string;
  };
  const signedBy = async (username: string, id: string) =>
    (await office.as(username)).post(`/api/dispatches/${id}/signature`).expect(201);
  const issued = (clerk: Browser, id: string) =>
    clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);

  it('number, each in its own order', async () => {
    const before = await admin.get('/api/office/settings').expect(200);
    expect(before.body).toEqual({
      ...{ senderName: null, senderAddress: null, numbering: null, checkCode: null },
      inForce: {
        senderName: CULTURE,
        senderAddress: 'van-thu@noi-nhan.example',
        numbering: 'at-issue',
        checkCode: 'off',
      },
    });
    const form = {
      numbering: 'before-signature',
      checkCode: 'on',
      senderName: '',
      senderAddress: '',
    };
    await admin.post('/office/settings').type('form').send(form).expect(303);
    const mine = await submitted('chuyenvien', 'STTTT-VP');
    const other = await submitted('soan-vh', 'SVHTTDL-VP');
    const refused = await ours.post(`/api/dispatches/${mine}/number`).expect(409);
    expect(refused.body.type).toBe('numbered-at-issue');
    const early = (await office.as('ky-vh')).post(`/api/dispatches/${other}/signature`);
    expect((await early.expect(409)).body.type).toBe('not-numbered');
    await theirs.post(`/api/dispatches/${other}/number`).expect(201);
    await signedBy('ky-vh', other);
    await signedBy('phogiamdoc', mine);
    const [a, b] = await Promise.all([issued(ours, mine), issued(theirs, other)]);
    expect([a.body.number, b.body.number]).toEqual([1, 1]);
  });

  describeWith(['zbarimg', 'pdftoppm'], 'on their pages', () => {
    it('print the QR code where it is wanted', async () => {
      const folder = await scratchFolder();
      const scan = async (clerk: Browser, symbol: string) => {
        const [{ id }] = await office.database.query(
          'SELECT id FROM dispatches WHERE symbol = $1',
          [symbol],
        );
        const { body } = await clerk.get(`/api/dispatches/${id}/document`).expect(200);
        await writeFile(join(folder, `${symbol}.pdf`), body);
        run(
          'pdftoppm',
          '-r',
          '150',
          '-png',
          '-singlefile',
          join(folder, `${symbol}.pdf`),
          join(folder, symbol),
        );
        return spawnSync('zbarimg', [
          '-q',
          '--raw',
          join(folder, `${symbol}.png`),
        ]).stdout.toString();
      };
      expect(await scan(theirs, 'SVHTTDL-VP')).toContain('/verify/');
      expect(await scan(ours, 'STTTT-VP')).toBe('');
    });
  });

  it('write from an address and under a name of their own', async () => {
    await set({
      numbering: 'at-issue',
      senderName: 'Văn thư Sở Văn hóa',
      senderAddress: 'van-thu@svhttdl.example',
    }).expect(200);
    const other = await submitted('soan-vh', 'SVHTTDL-QLVH');
    await signedBy('ky-vh', other);
    const before = office.mailbox.count;
    await issued(theirs, other);
    await until('a mail came', async () => office.mailbox.count > before);
    const mail = await office.mailbox.read(before + 1);
    expect(mail.from?.value).toEqual([
      { name: 'Văn thư Sở Văn hóa', address: 'van-thu@svhttdl.example' },
    ]);
    expect(mail.messageId).toMatch(/@noi-nhan\.example>$/);
    const first = await office.mailbox.read(1);
    expect(first.from?.value[0]!.address).toBe('van-thu@noi-nhan.example');
  });

  it('are limited each by its own, and together by what the installation allows', async () => {
    const over = await admin
      .post('/office/settings/mail-limit')
      .type('form')
      .send({ perMinute: '60001' })
      .expect(422);
    expect(over.text).toContain('Cả hệ thống gửi nhiều nhất 60000 thư mỗi phút.');
    await admin
      .post('/office/settings/mail-limit')
      .type('form')
      .send({ perMinute: '60' })
      .expect(303);
    const { body } = await admin.get('/api/mail-limit').expect(200);
    expect(body.perMinute).toBe(60);
    expect((await ours.get('/api/mail-limit').expect(200)).body.perMinute).toBeNull();
    const [{ own, other }] = await office.database.query(
      `SELECT (SELECT id FROM offices WHERE code = 'SVHTTDL') AS own,
              (SELECT id FROM offices WHERE code = 'STTTT') AS other`,
    );
    // Of no worker's server, so that nobody else reserves there meanwhile.
    const server = 'mail.example:25';
    await office.database.query(
      `INSERT INTO mail_limits (office_id, server, per_minute) VALUES ($1, $2, 60)`,
      [own, server],
    );
    const config = Object.create(office.config, { mailPerMinute: { value: 600 } }) as Config;
    const limiter = new RateLimiter(office.database, config);
    const reserve = (id: string) => limiter.reserve(id, server, 100, 10_000, true);
    expect(await limiter.limit(own, server)).toBe(60);
    expect(await limiter.limit(other, server)).toBe(600);
    expect(await reserve(own)).toMatchObject({ count: 10, delayMs: 0, every: 1000 });
    // Ten of a hundred that all may send in these ten seconds are gone.
    const rest = await reserve(other);
    expect(rest).toMatchObject({ count: 100, every: 100 });
    expect(rest.delayMs).toBeGreaterThan(0);
    expect(rest.delayMs).toBeLessThanOrEqual(1000);
    // Now its own limit is spent for ten seconds, and the installation's for eleven.
    expect(await reserve(own)).toMatchObject({ count: 0 });
    expect(await reserve(other)).toMatchObject({ count: 0 });
  });

  it('have each change in the journal with what was and what is; what does not fit is a sentence', async () => {
    await set({ senderAddress: 'không phải thư', numbering: 'sometimes' }).expect(422);
    const entries = await office.database.query(
      `SELECT details FROM journal_entries WHERE verb = 'office-set' ORDER BY id`,
    );
    const person = expect.any(String);
    expect(entries.map(({ details }: { details: object }) => details)).toEqual([
      {
        person,
        numbering: { before: null, after: 'before-signature' },
        checkCode: { before: null, after: 'on' },
      },
      {
        person,
        numbering: { before: 'before-signature', after: 'at-issue' },
        checkCode: { before: 'on', after: null },
        senderName: { before: null, after: 'Văn thư Sở Văn hóa' },
        senderAddress: { before: null, after: 'van-thu@svhttdl.example' },
      },
    ]);
    const [limit] = await office.database.query(
      `SELECT details->'before' AS before, details->'perMinute' AS after
       FROM journal_entries WHERE verb = 'mail-limited'`,
    );
    expect(limit).toEqual({ before: null, after: 60 });
    await theirs.get('/office/settings').expect(403);
    await theirs.put('/api/office/settings').send({}).expect(403);
  });
});
