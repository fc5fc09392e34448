import {
  createHash,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Pkcs12Key } from '../../engines/signatures/keys/pkcs12-key.ts';
import { issueCertificate, type Purpose } from './issue-certificate.ts';
import { issueRevocationList, type Revocation } from './issue-revocation-list.ts';
import { type KeyKind, newKeyPair } from './key-kind.ts';
import { writePkcs12 } from './write-pkcs12.ts';

export interface Application {
  purpose: Exclude<Purpose, 'root'>;
  name: string;
  organisation: string;
  notBefore?: Date;
  notAfter?: Date;
  revocationListUrl?: string;
}

const DAY = 86_400_000;
const ROOT = { name: 'Gốc chứng thực Nơi Nhận', organisation: 'Nơi Nhận (thử nghiệm)' };
const ROOT_FILE = 'root.der';
const KEY_FILE = 'root-key.pem';
const PASSWORD_FILE = 'password.txt';
const REVOKED_FILE = 'revoked.json';
const LIST_FILE = 'revoked.crl';

/**
 * An authority of one's own for trying out, kept as files that only their owner may read. Nothing it certifies has
 * legal value, and every name it gives says so.
 */
export class TestAuthority {
  private constructor(
    private readonly directory: string,
    private readonly keyKind: KeyKind,
    /** As DER; whoever trusts it trusts everything below. */
    readonly root: Buffer,
    private readonly key: KeyObject,
  ) {}

  /** Opens the authority kept in a directory; the first time, makes it. */
  static async open(directory: string, keyKind: KeyKind = 'RSA-2048'): Promise<TestAuthority> {
    const files = () =>
      Promise.all([ROOT_FILE, KEY_FILE].map((file) => readFile(join(directory, file))));
    const [root, key] = await files().catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await found(directory, keyKind);
      return files();
    });
    return new TestAuthority(directory, keyKind, root!, createPrivateKey(key!));
  }

  /** Where the password of every key file stands. */
  get passwordFile(): string {
    return join(this.directory, PASSWORD_FILE);
  }

  /** The PKCS#12 file of a person, an agency or a timestamp service; made when it is first asked for. */
  async keyFile(application: Application): Promise<string> {
    const { purpose, name, organisation } = application;
    const identity = createHash('sha256').update(`${name}\n${organisation}`).digest('hex');
    const path = join(this.directory, `${purpose}-${identity.slice(0, 16)}.p12`);
    const isMade = await readFile(path).then(
      () => true,
      () => false,
    );
    if (!isMade) await writeWhole(path, await this.makeKey(application));
    return path;
  }

  /** The opened key of an applicant. */
  async holder(application: Application): Promise<Pkcs12Key> {
    return Pkcs12Key.open(await readFile(await this.keyFile(application)), await this.password());
  }

  async revoke(certificate: Buffer, at: Date): Promise<void> {
    const serialNumber = new X509Certificate(certificate).serialNumber.toLowerCase();
    const revoked = [...(await this.revoked()), { serialNumber, at }];
    await writeWhole(join(this.directory, REVOKED_FILE), JSON.stringify(revoked));
  }

  /** The current list of revoked certificates, as DER; also kept as a file. */
  async revocationList(at = new Date()): Promise<Buffer> {
    const list = await issueRevocationList(this.root, this.key, await this.revoked(), at);
    await writeWhole(join(this.directory, LIST_FILE), list);
    return list;
  }

  private async makeKey(application: Application): Promise<Buffer> {
    const { publicKey, privateKey } = await newKeyPair(this.keyKind);
    const applicant = { ...yearsFromNow(2), ...application, publicKey };
    const issuer = { privateKey: this.key, certificate: this.root };
    const certificate = await issueCertificate(applicant, issuer);
    return writePkcs12(privateKey, [certificate, this.root], await this.password());
  }

  private async password(): Promise<string> {
    return (await readFile(this.passwordFile, 'utf8')).trim();
  }

  private async revoked(): Promise<Revocation[]> {
    const text = await readFile(join(this.directory, REVOKED_FILE), 'utf8').catch(() => '[]');
    const rows = JSON.parse(text) as { serialNumber: string; at: string }[];
    return rows.map(({ serialNumber, at }) => ({ serialNumber, at: new Date(at) }));
  }
}

/** Prepares everything aside, so that two processes starting together end up with the same authority. */
async function found(directory: string, keyKind: KeyKind): Promise<void> {
  await mkdir(dirname(directory), { recursive: true });
  const aside = await mkdtemp(`${directory}-`);
  const { publicKey, privateKey } = await newKeyPair(keyKind);
  const applicant = { ...ROOT, ...yearsFromNow(10), purpose: 'root' as const, publicKey };
  const root = await issueCertificate(applicant, { privateKey });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(join(aside, ROOT_FILE), root, { mode: 0o600 });
  await writeFile(join(aside, 'root.pem'), new X509Certificate(root).toString(), { mode: 0o644 });
  await writeFile(join(aside, KEY_FILE), pem, { mode: 0o600 });
  await writeFile(join(aside, PASSWORD_FILE), `${randomBytes(18).toString('base64url')}\n`, {
    mode: 0o600,
  });
  await rename(aside, directory).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(aside, content, { mode: 0o600 });
  await rename(aside, path);
}

function yearsFromNow(years: number): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now - DAY), notAfter: new Date(now + years * 365 * DAY) };
}
