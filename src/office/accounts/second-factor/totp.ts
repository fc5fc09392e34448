import { createHmac } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

/** RFC 4226 with SHA-1, what every authenticator app computes. */
export function codeOf(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.at(-1)! & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238: the step whose code this is, one step of clock drift on either side. */
export function stepOf(secret: Buffer, code: string, at: Date): number | undefined {
  const now = stepAt(at);
  return [now, now - 1, now + 1].find((step) => codeOf(secret, step) === code);
}

/** RFC 4648, without padding, as apps take it by hand. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => BASE32[parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

/** What the QR code says. */
export function otpauthUrl(secret: Buffer, username: string): string {
  const parameters = new URLSearchParams({ secret: base32(secret), issuer: 'Nơi Nhận' });
  const label = encodeURIComponent(`Nơi Nhận:${username}`);
  return `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`;
}
