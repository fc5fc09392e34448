import { AddressGuard } from './address-guard.ts';

describe('where webhooks may go', () => {
  const guard = new AddressGuard(['10.20.0.0/16', '192.168.7.7', 'fd00:1::/32']);

  it.each(['8.8.8.8', '113.160.1.1', '2606:4700:4700::1111', '172.32.0.1', '::ffff:8.8.8.8'])(
    'is %s, but only with TLS',
    (address) => {
      expect(guard.allows(address, true)).toBe(true);
      expect(guard.allows(address, false)).toBe(false);
    },
  );

  it.each(['10.20.3.4', '192.168.7.7', 'fd00:1:2::3', '::ffff:10.20.3.4'])(
    'is %s, since the installation names it',
    (address) => {
      expect(guard.allows(address, true)).toBe(true);
      expect(guard.allows(address, false)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '10.21.0.1',
    '192.168.7.8',
    '172.16.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00:2::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])('is not %s', (address) => {
    expect(guard.allows(address, true)).toBe(false);
    expect(guard.allows(address, false)).toBe(false);
  });

  it('is judged by the address a name has, at the moment of connecting', async () => {
    const error = await new Promise((resolve) =>
      guard.lookup(true)('localhost', { all: true }, resolve),
    );
    expect(error).toMatchObject({ message: expect.stringContaining('not a public address') });
  });

  it.each([
    ['https://localhost/van-ban', expect.stringMatching(/^(127\.0\.0\.1|::1)$/)],
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://[::ffff:10.0.0.1]/', '::ffff:a00:1'],
    ['http://8.8.8.8/', '8.8.8.8'],
    ['https://8.8.8.8/', undefined],
    ['http://10.20.3.4/', undefined],
    ['https://khong-co.invalid/', undefined],
  ])('is judged when it is set, too: %s', async (url, address) => {
    expect(await guard.forbidden(new URL(url))).toEqual(address);
  });
});
