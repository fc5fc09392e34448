import { BitString } from 'asn1js';
import { parseCertificate } from '../cms/parse-certificate.ts';

const KEY_USAGE = '2.5.29.15';
/** Bits of the first byte (RFC 5280, 4.2.1.3). */
const DIGITAL_SIGNATURE_OR_NON_REPUDIATION = 0b1100_0000;
const CRL_SIGN = 0b0000_0010;

/** Whether a certificate is for signing documents; one for encryption alone is not. */
export const maySign = (der: Buffer) => mayBeUsed(der, DIGITAL_SIGNATURE_OR_NON_REPUDIATION);

/** Whether its key may sign lists of revoked certificates (RFC 5280, 6.3.3 f). */
export const maySignLists = (der: Buffer) => mayBeUsed(der, CRL_SIGN);

/** A certificate without the extension restricts nothing. */
function mayBeUsed(der: Buffer, bits: number): boolean {
  const { extensions = [] } = parseCertificate(der);
  const usage = extensions.find(({ extnID }) => extnID === KEY_USAGE);
  if (!usage) return true;
  const value = usage.parsedValue as unknown;
  return value instanceof BitString && ((value.valueBlock.valueHexView[0] ?? 0) & bits) !== 0;
}
