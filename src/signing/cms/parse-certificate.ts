import { Certificate } from 'pkijs';

const parsed = new WeakMap<Uint8Array, Certificate>();

/** The same bytes are parsed once: a certificate signs many files. */
export function parseCertificate(der: Uint8Array): Certificate {
  const known = parsed.get(der);
  if (known) return known;
  const certificate = Certificate.fromBER(new Uint8Array(der));
  parsed.set(der, certificate);
  return certificate;
}
