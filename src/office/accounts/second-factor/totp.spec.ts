import { base32, codeOf, otpauthUrl, stepAt, stepOf } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

describe('a one-time password', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i s is the one of RFC 6238, appendix B', (seconds, code) => {
    expect(codeOf(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  });

  it('counts half a minute early or late, no longer', () => {
    const at = new Date(1_234_567_890_000);
    const code = codeOf(secret, stepAt(at));
    const after = (seconds: number) =>
      stepOf(secret, code, new Date(at.getTime() + seconds * 1000));
    expect([after(-30), after(0), after(59)]).toEqual([stepAt(at), stepAt(at), stepAt(at)]);
    expect([after(-31), after(60)]).toEqual([undefined, undefined]);
  });

  it('is set up by the address that apps read', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI'); // RFC 4648, section 10
    const url = new URL(otpauthUrl(secret, 'vanthu'));
    expect(url.href).toMatch(/^otpauth:\/\/totp\/N%C6%A1i%20Nh%E1%BA%ADn/);
    expect(url.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
