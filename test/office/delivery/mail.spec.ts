import { simpleParser } from 'mailparser';
import { envelopeAddress } from '../../../src/platform/text/mail-address.ts';
import {
  DispatchMessage,
  type Personal,
} from '../../../src/office/delivery/channels/mail/dispatch-message.tsx';
import type { Dispatch } from '../../../src/office/dispatches/dispatch.entity.ts';
import fc from 'fast-check';

const dispatch = {
  id: '7d0c5b3e-5a5e-4a57-8a3a-0d5a3f0f8f6e',
  number: 5,
  symbol: 'STTTT-CNTT-VT',
  type: 'cong-van',
  abstract: 'mạo danh cán bộ Sở gọi điện thông báo việc thu hồi số thuê bao điện thoại di động',
  urgency: 'urgent',
  issuedOn: '2026-11-24',
  office: { code: 'STTTĐ' },
  head: { name: 'Sở Thông tin và Truyền thông' },
} as unknown as Dispatch;
const pdf = Buffer.from('%PDF-1.7 .\n..\n.'.repeat(500));
const message = new DispatchMessage(dispatch, pdf, 'van-thu@thaibinh.example');

const personal: Personal = {
  id: '0a7b0a7e-6f0e-4f1f-9f0a-0a0b0c0d0e0f',
  name: 'Ủy ban nhân dân xã Vũ Hội',
  address: 'xa-vu-hoi@thaibinh.example',
  link: 'https://noi-nhan.example/a/abc-_DEF',
  acknowledgeBy: new Date('2026-11-24T10:00:00Z'),
  purpose: null,
  replyBy: null,
  date: new Date('2026-11-24T03:04:05Z'),
};
const sent = (overrides: Partial<Personal> = {}) =>
  Buffer.concat(message.for({ ...personal, ...overrides })).toString('latin1');
const read = (wire: string) => simpleParser(Buffer.from(wire.slice(0, -'.\r\n'.length), 'latin1'));

describe('the mail of a dispatch', () => {
  it('is read back as it was meant', async () => {
    const mail = await read(sent());
    expect(mail.from?.value).toEqual([
      { name: 'Sở Thông tin và Truyền thông', address: 'van-thu@thaibinh.example' },
    ]);
    expect(mail.to).toMatchObject({
      value: [{ name: personal.name, address: personal.address }],
    });
    expect(mail.subject).toBe(`KHẨN - 05/STTTT-CNTT-VT: V/v ${dispatch.abstract}`);
    expect(mail.messageId).toBe(`<${personal.id}@thaibinh.example>`);
    expect(mail.date).toEqual(personal.date);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(sent()).toContain('\r\nList-Id: <stttd.van-ban-di.thaibinh.example>\r\n');
    expect(mail.text).toContain(`Kính gửi: ${personal.name}\n`);
    expect(mail.text).toContain('\nhttps://noi-nhan.example/a/abc-_DEF\n');
    expect(mail.text).toContain('trước 17:00 24/11/2026:');
    expect(mail.html).toContain(`href="${personal.link}"`);
    expect(mail.attachments).toMatchObject([
      { filename: '05-STTTT-CNTT-VT.pdf', contentType: 'application/pdf' },
    ]);
    expect(mail.attachments[0]!.content.equals(pdf)).toBe(true);
  });

  it.each([
    ['express', 'HỎA TỐC - '],
    ['very-urgent', 'THƯỢNG KHẨN - '],
    ['normal', ''],
  ])('says first in its subject how urgent it is: %s', async (urgency, mark) => {
    const urgent = Object.create(dispatch, { urgency: { value: urgency } }) as Dispatch;
    const other = new DispatchMessage(urgent, pdf, 'a@b.example');
    const { subject } = await read(Buffer.concat(other.for(personal)).toString('latin1'));
    expect(subject).toBe(`${mark}05/STTTT-CNTT-VT: V/v ${dispatch.abstract}`);
  });

  it('says what it is for and until when an answer is wanted', async () => {
    const replyBy = new Date('2026-12-05T10:00:00Z');
    const { text, html } = await read(sent({ purpose: 'act', replyBy }));
    const asked = 'Để thực hiện. Trả lời trước 17:00 05/12/2026.';
    expect(text).toContain(`đính kèm. ${asked}\n`);
    expect(html).toContain(`<strong> ${asked}</strong>`);
    expect((await read(sent())).text).toContain('đính kèm.\n');
  });

  it('is the same mail when it is repeated', () => {
    expect(sent()).toBe(sent());
  });

  it('carries any name whole, and no name breaks out of its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (name) => {
        const wire = sent({ name });
        expect(wire.slice(0, -5)).not.toMatch(/\r\n\.|[^\r]\n|\r[^\n]/);
        expect(Math.max(...wire.split('\r\n').map((text) => text.length))).toBeLessThan(999);
        const mail = await read(wire);
        expect(mail.attachments).toHaveLength(1);
        expect([...mail.headers.keys()].toSorted()).toEqual(HEADERS);
      }),
      { numRuns: 200 },
    );
    const mail = await read(sent({ name: 'A <b>"&\r\nBcc: ai@do.example' }));
    expect(mail.bcc).toBeUndefined();
    expect(mail.text).toContain('Kính gửi: A <b>"&');
    expect(mail.html).toContain('Kính gửi: A &lt;b&gt;&quot;&amp;');
  });
});

const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'list',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

describe('an address', () => {
  it.each([
    ['van-thu@thaibinh.example', 'van-thu@thaibinh.example', false],
    ['vt@thái-bình.example', 'vt@xn--thi-bnh-iwa6h.example', false],
    ['văn-thư@thaibinh.example', 'văn-thư@thaibinh.example', true],
    ['van_thu+01@mail', 'van_thu+01@mail', false],
  ])('%s is sent to %s', (address, to, needsUtf8) => {
    expect(envelopeAddress(address)).toEqual({ address: to, needsUtf8 });
  });

  it.each([
    '',
    'van-thu',
    '@thaibinh.example',
    'a b@c.example',
    'a@b@c.example',
    'a@',
    'a..b@c.example',
    '.a@c.example',
    'a@c..example',
    'a@c.example>\r\nRCPT TO:<b@d.example',
    'a\0@c.example',
    '<a@c.example>',
    'a@c_d!.example',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@c.example`,
  ])('%j is none', (address) => {
    expect(envelopeAddress(address)).toBeUndefined();
  });
});
