import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { P12Signer } from '@libpdf/core';
import { SigningError } from '../signing-error.ts';
import type { KeyHolder, SigningIdentity } from './key-holder.ts';
import { algorithmOfCertificate } from './local-key.ts';

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
  const key = await Pkcs12Key.open(await readFile(path), await readPassword(password));
  try {
    return await use(key);
  } finally {
    key.close();
  }
}

export async function readPassword({ variable, file }: PasswordSource): Promise<string> {
  if (file !== undefined) {
    const [line = ''] = (await readFile(file, 'utf8')).split(/\r?\n/, 1);
    return line;
  }
  const value = variable === undefined ? undefined : process.env[variable];
  if (value !== undefined) return value;
  throw new SigningError(
    'key-unreadable',
    `Chưa có mật khẩu của tệp khóa. Hãy đặt biến môi trường ${variable ?? ''} hoặc chỉ ra tệp chứa mật khẩu.`,
  );
}

/** The key of a PKCS#12 file (RFC 7292), also of the older kinds with 3DES or RC2. */
export class Pkcs12Key implements KeyHolder {
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  readonly algorithm: SigningIdentity['algorithm'];

  private constructor(private signer: P12Signer | undefined) {
    const certificates = [signer!.certificate, ...signer!.certificateChain].map((der) =>
      Buffer.from(der),
    );
    // Files list certificates in any order; the signer's own is the one that issued none of the others.
    const own = certificates.find((der) => isLeaf(der, certificates)) ?? certificates[0]!;
    this.certificate = own;
    this.chain = certificates.filter((der) => der !== own);
    this.algorithm = algorithmOfCertificate(own);
  }

  static async open(file: Uint8Array, password: string): Promise<Pkcs12Key> {
    const signer = await P12Signer.create(file, password).catch(() => {
      // The cause is dropped: it may quote what it could not read.
      throw new SigningError(
        'key-unreadable',
        'Không mở được tệp khóa PKCS#12. Hãy kiểm tra mật khẩu và tệp .p12/.pfx.',
      );
    });
    return new Pkcs12Key(signer);
  }

  async sign(toBeSigned: Buffer): Promise<Buffer> {
    if (!this.signer) {
      throw new SigningError('key-unreadable', 'Tệp khóa đã đóng. Hãy mở lại tệp khóa rồi ký.');
    }
    return Buffer.from(await this.signer.sign(toBeSigned, 'SHA-256'));
  }

  close(): void {
    this.signer = undefined;
  }
}

function isLeaf(der: Buffer, all: Buffer[]): boolean {
  const { subject } = new X509Certificate(der);
  return all.every((other) => other === der || new X509Certificate(other).issuer !== subject);
}
