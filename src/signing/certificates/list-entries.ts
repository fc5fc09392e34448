import { Enumerated } from 'asn1js';
import {
  type Certificate,
  type CertificateRevocationList,
  GeneralNames,
  RelativeDistinguishedNames,
  type RevokedCertificate,
} from 'pkijs';

const REASON = '2.5.29.21';
const CERTIFICATE_ISSUER = '2.5.29.29';
const UNDERSTOOD = new Set([REASON, CERTIFICATE_ISSUER]);
const DIRECTORY_NAME = 4;
/** `certificateHold` and `removeFromCRL` (RFC 5280, 5.3.1). */
const HOLD = 6;
const REMOVED = 8;

export interface Entry {
  at: Date;
  isHold: boolean;
  /** Of a delta: what was on hold no longer is. */
  isRemoval: boolean;
}

/**
 * The entry of a list for one certificate. In an indirect list an entry belongs to the issuer named by it or by the
 * last entry before it that names one (RFC 5280, 5.3.3). Undefined entries of a list with a rule nobody here
 * understands make the whole list unusable, which is `unusable` (5.3).
 */
export function entryFor(
  list: CertificateRevocationList,
  { serialNumber, issuer }: Certificate,
  isIndirect: boolean,
): Entry | 'unusable' | undefined {
  let owner = list.issuer;
  let found: Entry | undefined;
  for (const revoked of list.revokedCertificates ?? []) {
    const extensions = revoked.crlEntryExtensions?.extensions ?? [];
    if (extensions.some(({ critical, extnID }) => critical && !UNDERSTOOD.has(extnID))) {
      return 'unusable';
    }
    const named = extensions.find(({ extnID }) => extnID === CERTIFICATE_ISSUER);
    if (named && !isIndirect) return 'unusable';
    if (named) {
      const other = directoryName(named.parsedValue);
      if (!other) return 'unusable';
      owner = other;
    }
    if (!revoked.userCertificate.isEqual(serialNumber) || !owner.isEqual(issuer)) continue;
    found ??= entryOf(revoked);
  }
  return found;
}

function entryOf({ revocationDate, crlEntryExtensions }: RevokedCertificate): Entry {
  const extension = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === REASON);
  const value = extension?.parsedValue as unknown;
  const reason = value instanceof Enumerated ? value.valueBlock.valueDec : undefined;
  return { at: revocationDate.value, isHold: reason === HOLD, isRemoval: reason === REMOVED };
}

function directoryName(value: unknown): RelativeDistinguishedNames | undefined {
  if (!(value instanceof GeneralNames)) return undefined;
  const name: unknown = value.names.find(({ type }) => type === DIRECTORY_NAME)?.value;
  return name instanceof RelativeDistinguishedNames ? name : undefined;
}
