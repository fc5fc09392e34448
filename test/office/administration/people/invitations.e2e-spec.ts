import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { until } from '../../../support/until.ts';
import type { Browser } from '../../../support/office.ts';

describe('an invitation', () => {
  let office: SendingOffice;
  let administrator: Browser;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    administrator = await office.as('quantri');
  });
  afterAll(() => office?.close());

  const invited = async (username: string): Promise<string> => {
    const fields = { fullName: 'Hà Thị Mới', post: 'Chuyên viên', roles: ['drafter'] };
    const email = `${username}@so.example`;
    const { body } = await administrator
      .post('/api/people')
      .send({ username, ...fields, email, way: 'invitation' })
      .expect(201);
    expect(body.password).toBeNull();
    return body.person.id;
  };
  /** The path of the link in the latest mail to this address. */
  const linkTo = async (address: string, mails = 1): Promise<string> => {
    const found = await until(`mail ${mails} to ${address}`, async () => {
      const arrived = office.mailbox.list({ search: address }).mails;
      return arrived.length >= mails ? arrived : null;
    });
    const mail = await office.mailbox.read(Math.max(...found!.map(({ id }) => id)));
    return /http:\/\/noi-nhan\.example(\/invitation\/[\w-]{43})/.exec(mail.text!)![1]!;
  };

  it('goes by mail; whoever opens it chooses a password once and signs in', async () => {
    await invited('moi.den');
    const link = await linkTo('moi.den@so.example');
    const { text } = await office.anyone.get(link).expect(200);
    expect(text).toContain('Hà Thị Mới');
    expect(text).toContain('moi.den');
    const short = await office.anyone.post(link).type('form').send({ next: 'ngan' }).expect(422);
    expect(short.text).toContain('Ít nhất 10 ký tự.');
    const next = 'mot-mat-khau-dai';
    await office.anyone.post(link).type('form').send({ next }).expect(303);
    const browser = office.fresh();
    await browser.post('/api/session').send({ username: 'moi.den', password: next }).expect(201);
    const again = await office.anyone.post(link).type('form').send({ next: 'mot-ke-khac-vao' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Đề nghị người quản trị của cơ quan mời lại');
    await browser.get('/api/session').expect(200);
  });

  it('is replaced by the next one, and ends with the person', async () => {
    const id = await invited('moi.lai');
    const first = await linkTo('moi.lai@so.example');
    await administrator
      .post(`/api/people/${id}/sign-in-reset`)
      .send({ way: 'invitation' })
      .expect(200);
    await office.anyone.get(first).expect(409);
    const second = await linkTo('moi.lai@so.example', 2);
    expect(second).not.toBe(first);
    await office.anyone.get(second).expect(200);
    const { seal } = (await administrator.get(`/api/people/${id}/leaving`).expect(200)).body;
    await administrator
      .post(`/api/people/${id}/leaving`)
      .send({ seal, reason: 'Không nhận việc' })
      .expect(200);
    await office.anyone.get(second).expect(409);
  });

  it('ends when the address turns out to be wrong', async () => {
    const id = await invited('sai.thu');
    const link = await linkTo('sai.thu@so.example');
    const fields = { fullName: 'Hà Thị Mới', post: 'Chuyên viên', roles: ['drafter'] };
    const send = (email: string) =>
      administrator
        .put(`/api/people/${id}`)
        .send({ ...fields, email })
        .expect(200);
    await send('sai.thu@so.example'); // nothing differs
    await office.anyone.get(link).expect(200);
    await send('dung.thu@so.example');
    await office.anyone.get(link).expect(409);
  });

  it('that nobody sent is not found', async () => {
    await office.anyone.get(`/invitation/${'A'.repeat(43)}`).expect(404);
  });

  it('cannot go to somebody without an address', async () => {
    const [{ id }] = await office.database.query(
      `SELECT id FROM accounts WHERE username = 'lanhdao'`,
    );
    const { body } = await administrator
      .post(`/api/people/${id}/sign-in-reset`)
      .send({ way: 'invitation' })
      .expect(409);
    expect(body.type).toBe('no-mail-address');
  });
});
