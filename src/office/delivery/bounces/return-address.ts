import type { InstallationKeys } from '../../../platform/installation/installation-keys.ts';

/** One retry round of one delivery. */
export interface Returned {
  deliveryId: string;
  retryRound: number;
}

const DAY_MS = 86_400_000;
/** Mail systems give up after five days or so; nothing is believed that comes much later. */
const LIFETIME_DAYS = 30;
const TEXT_BYTES = 20;
const SEAL_BYTES = 10;
const DIGITS = ((TEXT_BYTES + SEAL_BYTES) * 8) / 5;

/**
 * Envelope senders that say which delivery a report is about: `tra-lai+TOKEN@so.example`. The token
 * holds delivery, round and last day, and a seal (80 bits of an HMAC), so nobody makes up failures; it
 * has one case and is short enough for every server (RFC 5321: 64 characters before the @).
 */
export class ReturnAddresses {
  private readonly local: string;
  private readonly domain: string;

  /** `address` is the mailbox that takes `+` and something behind its name. */
  constructor(
    address: string,
    private readonly keys: InstallationKeys,
  ) {
    const at = address.lastIndexOf('@');
    this.local = address.slice(0, at).toLowerCase();
    this.domain = address.slice(at + 1).toLowerCase();
  }

  of({ deliveryId, retryRound }: Returned, sentAt: Date): string {
    const text = Buffer.alloc(TEXT_BYTES);
    text.write(deliveryId.replaceAll('-', ''), 'hex');
    text.writeUInt16BE(retryRound, 16);
    text.writeUInt16BE(Math.floor(sentAt.getTime() / DAY_MS) + LIFETIME_DAYS, 18);
    const token = BigInt(`0x${Buffer.concat([text, this.seal(text)]).toString('hex')}`);
    return `${this.local}+${token.toString(32).padStart(DIGITS, '0')}@${this.domain}`;
  }

  /** Undefined for every address that is not ours, not sealed or too old. */
  read(address: string, now = new Date()): Returned | undefined {
    const [local, token, domain, more] = address.toLowerCase().split(/[+@]/);
    if (local !== this.local || domain !== this.domain || more !== undefined) return undefined;
    const bytes = bytesOf(token!);
    if (!bytes) return undefined;
    const text = bytes.subarray(0, TEXT_BYTES);
    if (!this.keys.isMac('return-address', text, bytes.subarray(TEXT_BYTES))) return undefined;
    if (now.getTime() / DAY_MS >= text.readUInt16BE(18) + 1) return undefined;
    const id = text.toString('hex', 0, 16);
    const deliveryId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { deliveryId, retryRound: text.readUInt16BE(16) };
  }

  /** All addresses of ours in a header, whichever field has them: mailboxes keep none in particular. */
  within(header: string): string[] {
    const found =
      header.toLowerCase().match(/[^\s<>"'(),;:]{1,64}\+[0-9a-v]{48}@[a-z0-9.-]{1,253}/g) ?? [];
    return [...new Set(found)].filter((address) => this.read(address) !== undefined);
  }

  private seal(text: Buffer): Buffer {
    return this.keys.mac('return-address', text).subarray(0, SEAL_BYTES);
  }
}

function bytesOf(token: string): Buffer | undefined {
  if (token.length !== DIGITS || /[^0-9a-v]/.test(token)) return undefined;
  let number = 0n;
  for (const digit of token) number = number * 32n + BigInt(Number.parseInt(digit, 32));
  return Buffer.from(number.toString(16).padStart((TEXT_BYTES + SEAL_BYTES) * 2, '0'), 'hex');
}
