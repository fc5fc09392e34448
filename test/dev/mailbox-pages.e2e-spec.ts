import { Module } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { MailboxModule } from '../../src/dev/mailbox/mailbox.module.ts';
import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import { testOffice, type Browser, type TestOffice } from '../support/office.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('the pages of the mailbox', () => {
  let mailbox: Mailbox;
  let office: TestOffice;
  let clerk: Browser;

  beforeAll(async () => {
    mailbox = await Mailbox.start({ dir: await scratchFolder(), port: 0 });
    @Module({ imports: [MailboxModule.for(mailbox)] })
    class WithMailbox {}
    office = await testOffice({ modules: [WithMailbox] });
    clerk = await office.as('vanthu');
    const transport = createTransport({ url: mailbox.url, pool: true, maxConnections: 1 });
    await transport.sendMail({
      from: 'van-thu@noi-nhan.example',
      to: '"<b>Xã An Khê</b>" <xa-an-khe@tb.example>',
      subject: 'Công văn <script>alert(1)</script>',
      text: 'Bản chữ <i>thường</i>',
      html: '<p>Bản <b>đẹp</b>, <a href="http://noi-nhan.example/a/x">mở</a></p>',
      attachments: [{ filename: 'công văn.pdf', content: Buffer.from('%PDF-1.7 nội dung') }],
    });
    for (let position = 2; position <= 60; position++) {
      const to = `xa-${position}@tb.example`;
      await transport.sendMail({ from: 'a@b.example', to, subject: `Thư ${position}`, text: 'x' });
    }
    transport.close();
  });
  afterAll(async () => {
    await office.close();
    await mailbox.stop();
  });

  it('are open: what would be in the post of a recipient without an account', async () => {
    const { text } = await office.anyone.get('/mailbox').expect(200);
    expect(text).toContain('60 thư');
    await office.anyone.get('/mailbox/1').expect(200);
  });

  it('list the newest first, and what was asked for', async () => {
    const { text } = await clerk.get('/mailbox').expect(200);
    expect(text).toMatch(/60 thư[^]*Thư 60[^]*Thư 59/);
    expect(text).not.toContain('Thư 2<');
    const second = await clerk.get('/mailbox?page=2').expect(200);
    expect(second.text).toMatch(/Thư 2<[^]*Công văn &lt;script>alert\(1\)/);
    const found = await clerk.get('/mailbox').query({ q: 'AN-KHE' }).expect(200);
    expect(found.text).toMatch(/1 thư[^]*xa-an-khe@tb\.example/);
  });

  it('show one mail, escaped, its HTML shut in a frame', async () => {
    const { text } = await clerk.get('/mailbox/1').expect(200);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<i>thường');
    expect(text).toContain('Bản chữ &lt;i>thường');
    expect(text).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const html = await clerk.get('/mailbox/1/html').expect(200);
    expect(html.text).toContain('<p>Bản <b>đẹp</b>');
    expect(html.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(html.headers['content-security-policy']).not.toContain('allow-scripts');
  });

  it('hand out the attachment and the mail as it came', async () => {
    const file = await clerk.get('/mailbox/1/attachments/0').buffer(true).expect(200);
    expect(file.body.toString()).toBe('%PDF-1.7 nội dung');
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="c?ng v?n.pdf"; filename*=UTF-8''c%C3%B4ng%20v%C4%83n.pdf`,
    );
    const raw = await clerk.get('/mailbox/1/raw').buffer(true).expect(200);
    expect(raw.text).toBe((await mailbox.raw(1)).toString());
    expect(raw.headers['content-type']).toMatch(/^text\/plain/);
  });

  it.each([
    '/mailbox/61',
    '/mailbox/0',
    '/mailbox/x',
    '/mailbox/2/html',
    '/mailbox/1/attachments/1',
    '/mailbox/61/raw',
  ])('know that there is no %s', async (path) => {
    await clerk.get(path).expect(404);
  });
});
