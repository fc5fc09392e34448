import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import type { DkimSettings } from '../../../../platform/config/config.ts';
import { RefusedToStart } from '../../../../platform/process/refused-to-start.ts';

/** Signed where a mail has them; `from` once more than it stands there, so that none can be added. */
const SIGNED = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'list-id',
  'auto-submitted',
  'mime-version',
  'content-type',
];
const LEAST_RSA_BITS = 1024;
const FINAL_DOT = Buffer.from('.\r\n');
const signAside = promisify(sign);

/** Signs mails (RFC 6376, relaxed/simple; RFC 8463 for Ed25519). The private key works in another thread. */
export class Dkim {
  private readonly key: KeyObject;
  private readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';

  constructor(private readonly settings: DkimSettings) {
    this.key = keyIn(settings.keyFile);
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = this.key;
    const isRsa = type === 'rsa' && (details?.modulusLength ?? 0) >= LEAST_RSA_BITS;
    if (!isRsa && type !== 'ed25519') {
      throw new RefusedToStart(
        `DKIM_KEY_FILE ${settings.keyFile} không phải khóa RSA từ 1024 bit hoặc Ed25519.`,
      );
    }
    this.algorithm = isRsa ? 'rsa-sha256' : 'ed25519-sha256';
  }

  /**
   * The field that goes before `mail`, which is ready for the wire, its final dot included: no line
   * starts with a dot, so the bytes are those that the receiver sees.
   */
  async signature(mail: readonly Buffer[]): Promise<Buffer> {
    const [first, ...others] = mail;
    const end = first!.indexOf('\r\n\r\n');
    const body = [first!.subarray(end + 4), ...others];
    const header = canonical(first!.toString('latin1', 0, end));
    const { domain, selector } = this.settings;
    const present = SIGNED.filter((name) => header.has(name));
    const unsigned =
      `v=1; a=${this.algorithm}; c=relaxed/simple; d=${domain}; s=${selector}; ` +
      `h=from:${present.join(':')}; bh=${bodyHash(body)}; b=`;
    const lines = [...present.map((name) => header.get(name)!), `dkim-signature:${unsigned}`];
    const value = await this.sign(lines.join('\r\n'));
    return Buffer.from(
      `${foldLines(`DKIM-Signature: ${unsigned}`, 76)}\r\n ${inLines(value)}\r\n`,
      'latin1',
    );
  }

  private async sign(text: string): Promise<string> {
    const bytes = Buffer.from(text, 'latin1');
    const signed =
      this.algorithm === 'rsa-sha256'
        ? await signAside('sha256', bytes, this.key)
        : await signAside(null, createHash('sha256').update(bytes).digest(), this.key);
    return signed.toString('base64');
  }
}

function keyIn(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new RefusedToStart(
      `DKIM_KEY_FILE ${file} không đọc được như một khóa riêng dạng PEM: ${(error as Error).message}`,
    );
  }
}

/** Each field as RFC 6376, 3.4.2 has it, by its name. */
function canonical(header: string): Map<string, string> {
  const fields = header.replace(/\r\n(?=[ \t])/g, '').split('\r\n');
  return new Map(
    fields.map((field) => {
      const colon = field.indexOf(':');
      const name = field.slice(0, colon).trim().toLowerCase();
      const value = field.slice(colon + 1).replace(/[ \t]+/g, ' ');
      return [name, `${name}:${value.trim()}`];
    }),
  );
}

function bodyHash(parts: Buffer[]): string {
  const hash = createHash('sha256');
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1;
    hash.update(isLast ? part.subarray(0, part.length - FINAL_DOT.length) : part);
  });
  return hash.digest('base64');
}

const inLines = (base64: string) => base64.match(/.{1,72}/g)!.join('\r\n ');
