import { type KeyObject, X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';

/** The answer for the same bytes is worked out once: a certificate signs many files. */
export function oncePerCertificate<Answer>(
  work: (der: Uint8Array) => Answer,
): (der: Uint8Array) => Answer {
  const known = new WeakMap<Uint8Array, { answer: Answer }>();
  return (der) => {
    const found = known.get(der) ?? { answer: work(der) };
    known.set(der, found);
    return found.answer;
  };
}

export const parseCertificate = oncePerCertificate((der): Certificate =>
  Certificate.fromBER(new Uint8Array(der)),
);

export const publicKeyOf = oncePerCertificate(
  (der): KeyObject => new X509Certificate(der).publicKey,
);

/** Undefined for a kind of key that Node does not know. */
export const knownPublicKeyOf = oncePerCertificate((der): KeyObject | undefined => {
  try {
    return publicKeyOf(der);
  } catch {
    return undefined;
  }
});

/** Files bring along what they like; only what can be read, dates and all, is looked at. */
export const isCertificate = oncePerCertificate((der): boolean => {
  try {
    const { raw, validFrom, validTo } = new X509Certificate(der);
    const isDated = [validFrom, validTo].every((date) => !Number.isNaN(Date.parse(date)));
    return isDated && raw.equals(der);
  } catch {
    return false;
  }
});
