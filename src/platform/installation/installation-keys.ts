import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** What links, codes and addresses are made with. */
export type MacPurpose = 'link' | 'check-code' | 'return-address' | 'invitation';
/** What is kept encrypted, bound to whom it belongs to. */
export type SealPurpose = 'second-factor' | 'webhook' | 'earlier-secrets';

/** A secret from before a renewal, and for what it is still believed. */
export interface EarlierSecret {
  secret: string;
  purposes: MacPurpose[];
}

/** Before each purpose had a key of its own, its name stood before what the secret was used on. */
const LABELS: Record<MacPurpose, string> = {
  link: 'link:',
  'check-code': 'check:',
  'return-address': 'return:',
  invitation: 'invitation:',
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The keys of an installation: one for each purpose, derived from its secret (HKDF, RFC 5869). */
export class InstallationKeys {
  private readonly derived = new Map<string, Buffer>();
  private earlier: { keys: InstallationKeys; purposes: MacPurpose[] }[] = [];

  constructor(private readonly secret: string) {}

  /** Tells whether two processes have the same secret, and nothing else about it. */
  get fingerprint(): string {
    return this.keyFor('fingerprint').toString('hex', 0, 16);
  }

  mac(purpose: MacPurpose, data: string | Buffer): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(data).digest();
  }

  /** As it was made before each purpose had a key of its own. */
  formerMac(purpose: MacPurpose, data: string | Buffer): Buffer {
    return createHmac('sha256', this.secret).update(LABELS[purpose]).update(data).digest();
  }

  /** Whether `given` begins a MAC of `data` that this installation makes or ever made. */
  isMac(purpose: MacPurpose, data: string | Buffer, given: Buffer): boolean {
    const own = [this.mac(purpose, data), this.formerMac(purpose, data)];
    return (
      own.some((mac) => timingSafeEqual(mac.subarray(0, given.length), given)) ||
      this.earlier.some(
        ({ keys, purposes }) => purposes.includes(purpose) && keys.isMac(purpose, data, given),
      )
    );
  }

  /** AES-256-GCM; bound to its owner, so rows cannot be exchanged. */
  seal(purpose: SealPurpose, owner: string, content: Buffer): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(purpose), nonce);
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Undefined for what was sealed under another secret. */
  unseal(purpose: SealPurpose, owner: string, sealed: string): Buffer | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    // Secrets of webhooks were once sealed under the key of second factors.
    const purposes: SealPurpose[] = purpose === 'webhook' ? [purpose, 'second-factor'] : [purpose];
    for (const each of purposes) {
      const content = opened(this.keyFor(each), owner, bytes);
      if (content) return content;
    }
    return undefined;
  }

  /** From now on believes what was made under secrets from before a renewal, too. */
  believe(earlier: EarlierSecret[]): void {
    this.earlier = earlier.map(({ secret, purposes }) => ({
      keys: new InstallationKeys(secret),
      purposes,
    }));
  }

  private keyFor(purpose: MacPurpose | SealPurpose | 'fingerprint'): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secret, '', purpose, 32));
      this.derived.set(purpose, key);
    }
    return key;
  }
}

function opened(key: Buffer, owner: string, bytes: Buffer): Buffer | undefined {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const content = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([content, decipher.final()]);
  } catch {
    return undefined; // the tag does not fit: another key, another owner, or changed bytes
  }
}
