import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { maySign } from '../certificates/key-usage.ts';
import { isCertificate } from '../cms/parse-certificate.ts';
import { SigningError } from '../signing-error.ts';

export interface Pair {
  /** Absent when the holder does not hand out even the public half. */
  publicKey?: KeyObject;
  /** As DER. */
  certificate: Buffer;
}

/**
 * Of all pairs of key and certificate the one to sign with: the certificate is the key's own, is for signing (RFC
 * 5280, 4.2.1.3) and holds now. Without one that holds the latest is taken, so that what is wrong with it gets told.
 */
export function chooseCertificate<Own extends Pair>(pairs: readonly Own[], now = new Date()): Own {
  const readable = pairs.filter(({ certificate }) => isCertificate(certificate));
  const own = readable.filter(({ publicKey, certificate }) => fits(publicKey, certificate));
  if (own.length === 0) throw noCertificate();
  const signing = own.filter(({ certificate }) => maySign(certificate));
  if (signing.length === 0) throw forEncryption(own.map(({ certificate }) => certificate));
  const [best] = signing.toSorted((a, b) => rank(b.certificate, now) - rank(a.certificate, now));
  return best!;
}

function fits(publicKey: KeyObject | undefined, certificate: Buffer): boolean {
  if (!publicKey) return true;
  const { publicKey: certified } = new X509Certificate(certificate);
  return spki(certified).equals(spki(publicKey));
}

/** What holds now goes first, and of those what ends last. */
function rank(certificate: Buffer, now: Date): number {
  const { validFrom, validTo } = new X509Certificate(certificate);
  const [from, to] = [new Date(validFrom), new Date(validTo)];
  const holds = from <= now && now <= to;
  return to.getTime() + (holds ? 1e15 : 0);
}

export const publicHalf = (key: KeyObject): KeyObject =>
  key.type === 'private' ? createPublicKey(key) : key;

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });

const noCertificate = () =>
  new SigningError(
    'key-unreadable',
    'Không có chứng thư số nào khớp với khóa ký. Hãy nạp lại đúng chứng thư của khóa này, hoặc chọn tệp khóa khác.',
  );

function forEncryption(certificates: Buffer[]): SigningError {
  const numbers = certificates.map((der) => new X509Certificate(der).serialNumber).join(', ');
  return new SigningError(
    'certificate-not-for-signing',
    `Chứng thư số (số ${numbers}) chỉ dùng để mã hóa, không dùng để ký số. Hãy chọn chứng thư ký số.`,
  );
}
