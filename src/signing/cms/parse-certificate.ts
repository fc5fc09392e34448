import { Certificate } from 'pkijs';

export function parseCertificate(der: Uint8Array): Certificate {
  return Certificate.fromBER(new Uint8Array(der));
}
