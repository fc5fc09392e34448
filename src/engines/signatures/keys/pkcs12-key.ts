import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isCertificate } from '../cms/parse-certificate.ts';
import { SigningError } from '../signing-error.ts';
import { chooseCertificate, publicHalf } from './choose-certificate.ts';
import type { KeyHolder, SigningIdentity } from './key-holder.ts';
import { LocalKey } from './local-key.ts';
import { Pkcs12Unreadable } from './pkcs12-unreadable.ts';
import { type Pkcs12Content, readPkcs12 } from './read-pkcs12.ts';
import { missingKeyFile, requireBoth, unreadableKey } from './unreadable-key.ts';

export interface PasswordSource {
  /** Name of an environment variable. */
  variable?: string;
  /** A file of which the first line is the password. */
  file?: string;
}

/** Opens a PKCS#12 file for the time of `use`; the key is out of reach afterwards. */
export async function withPkcs12Key<Result>(
  path: string,
  password: PasswordSource,
  use: (key: KeyHolder) => Promise<Result>,
): Promise<Result> {
  const key = await Pkcs12Key.open(await readKeyFile(path), await readPassword(password));
  try {
    return await use(key);
  } finally {
    key.close();
  }
}

export async function readPassword({ variable, file }: PasswordSource): Promise<string> {
  if (file !== undefined) {
    const [line = ''] = (await readKeyFile(file)).toString().split(/\r?\n/, 1);
    return line;
  }
  const value = variable === undefined ? undefined : process.env[variable];
  if (value !== undefined) return value;
  throw new SigningError(
    'key-unreadable',
    `Chưa có mật khẩu của tệp khóa. Hãy đặt biến môi trường ${variable ?? ''} hoặc chỉ ra tệp chứa mật khẩu.`,
  );
}

const readKeyFile = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw missingKeyFile(path, error);
  });

/** The key of a PKCS#12 file (RFC 7292), also of the older kinds with 3DES or RC2. */
export class Pkcs12Key implements KeyHolder {
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  readonly algorithm: SigningIdentity['algorithm'];

  private constructor(private key: KeyHolder | undefined) {
    const { certificate, chain, algorithm } = key!;
    this.certificate = certificate;
    this.chain = chain;
    this.algorithm = algorithm;
  }

  static async open(file: Uint8Array, password: string): Promise<Pkcs12Key> {
    try {
      return new Pkcs12Key(ofSeveral(readPkcs12(file, password)));
    } catch (error) {
      if (error instanceof SigningError) throw error;
      throw unreadableKey(file, error instanceof Pkcs12Unreadable && error.isPassword);
    }
  }

  sign(toBeSigned: Buffer): Promise<Buffer> {
    if (this.key) return this.key.sign(toBeSigned);
    return Promise.reject(
      new SigningError('key-unreadable', 'Tệp khóa đã đóng. Hãy mở lại tệp khóa rồi ký.'),
    );
  }

  close(): void {
    this.key = undefined;
  }
}

/** Files hold several pairs in any order, one for encryption and one for signing among them. */
function ofSeveral({ keys, certificates }: Pkcs12Content): KeyHolder {
  requireBoth(keys, certificates);
  const pairs = keys.flatMap((key) =>
    certificates.map((certificate) => ({ key, publicKey: publicHalf(key), certificate })),
  );
  const { key, certificate } = chooseCertificate(pairs);
  return new LocalKey(key, certificate, chainOf(certificate, certificates));
}

/** The authorities above a certificate, nearest first; certificates of other pairs stay out of the signature. */
function chainOf(certificate: Buffer, all: readonly Buffer[]): Buffer[] {
  const chain: Buffer[] = [];
  for (let below = certificate; chain.length < all.length;) {
    const issued = new X509Certificate(below);
    const issuer = all.find(
      (der) =>
        // Some files hold an authority once for each pair below it.
        ![certificate, ...chain].some((known) => known.equals(der)) &&
        isCertificate(der) &&
        issued.checkIssued(new X509Certificate(der)),
    );
    if (!issuer) break;
    chain.push(issuer);
    below = issuer;
  }
  return chain;
}
