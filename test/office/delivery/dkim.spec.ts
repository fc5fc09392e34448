import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dkim } from '../../../src/office/delivery/channels/mail/dkim.ts';
import { DispatchMessage } from '../../../src/office/delivery/channels/mail/dispatch-message.tsx';
import type { Dispatch } from '../../../src/office/dispatches/dispatch.entity.ts';

const dispatch = {
  id: '7d0c5b3e-5a5e-4a57-8a3a-0d5a3f0f8f6e',
  number: 5,
  symbol: 'STTTT-CNTT-VT',
  type: 'cong-van',
  abstract: 'mạo danh cán bộ Sở gọi điện thông báo việc thu hồi số thuê bao điện thoại di động',
  urgency: 'normal',
  issuedOn: '2026-11-24',
  office: { code: 'STTTT' },
  head: { name: 'Sở Thông tin và Truyền thông' },
} as unknown as Dispatch;
const message = new DispatchMessage(dispatch, Buffer.alloc(5000, 'x'), 'van-thu@thaibinh.example');

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ED25519 = generateKeyPairSync('ed25519');

/** The public key as it stands in the domain's DNS. */
const inDns = (key: KeyObject) => {
  const isRsa = key.asymmetricKeyType === 'rsa';
  const der = key.export({ type: 'spki', format: 'der' });
  const bytes = isRsa ? der : der.subarray(-32);
  return `v=DKIM1; k=${isRsa ? 'rsa' : 'ed25519'}; p=${bytes.toString('base64')}`;
};

/** What mailauth, which shares no code with us, says of a mail as it came over the wire. */
async function judged(wire: Buffer, key: KeyObject): Promise<string | undefined> {
  const { results } = await dkimVerify(wire.subarray(0, -'.\r\n'.length), {
    resolver: async (name, type) => {
      expect([name, type]).toEqual(['vt2026._domainkey.thaibinh.example', 'TXT']);
      return [[inDns(key)]];
    },
  });
  return results[0]?.status.result;
}

describe.each([
  ['RSA', RSA],
  ['Ed25519', ED25519],
])('a mail signed with %s', (_, { privateKey, publicKey }) => {
  let folder: string;
  let dkim: Dkim;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dkim-'));
    const keyFile = join(folder, 'key.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    dkim = new Dkim({ domain: 'thaibinh.example', selector: 'vt2026', keyFile });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const signed = async (name: string) => {
    const mail = message.for({
      id: '0a7b0a7e-6f0e-4f1f-9f0a-0a0b0c0d0e0f',
      name,
      address: 'xa-vu-hoi@thaibinh.example',
      link: 'https://noi-nhan.example/a/abc-_DEF',
      acknowledgeBy: new Date('2026-11-24T10:00:00Z'),
      purpose: null,
      replyBy: null,
      date: new Date('2026-11-24T03:04:05Z'),
    });
    return Buffer.concat([await dkim.signature(mail), ...mail]);
  };

  it('is found good, whoever it goes to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (name) => {
        expect(await judged(await signed(name), publicKey)).toBe('pass');
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['the sender', 'van-thu@', 'ke-gian@'],
    ['the recipient', 'xa-vu-hoi@', 'xa-vu-lac@'],
    ['the link', 'abc-_DEF', 'abc-_DEG'],
    ['the file', 'eHh4', 'eHh5'],
    ['the list', 'stttt.van-ban-di', 'snv.van-ban-di'],
    ['one more sender', 'Subject:', 'From: ke-gian@thaibinh.example\r\nSubject:'],
  ])('is found spoilt when %s is changed', async (_what, from, to) => {
    const wire = (await signed('Ủy ban nhân dân xã Vũ Hội')).toString('latin1');
    expect(wire).toContain(from);
    const spoilt = Buffer.from(wire.replace(from, to), 'latin1');
    expect(await judged(spoilt, publicKey)).not.toBe('pass');
  });

  it('does not pass for another key', async () => {
    const other = publicKey === RSA.publicKey ? ED25519.publicKey : RSA.publicKey;
    expect(await judged(await signed('Xã'), other)).not.toBe('pass');
  });
});
