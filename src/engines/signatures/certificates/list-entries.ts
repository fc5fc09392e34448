import { Enumerated } from 'asn1js';
import {
  type Certificate,
  GeneralNames,
  RelativeDistinguishedNames,
  RevokedCertificate,
} from 'pkijs';
import { elements, type RevocationList } from './read-list.ts';

const BOOLEAN = 0x01;
const REASON_ID = '2.5.29.21';
const CERTIFICATE_ISSUER_ID = '2.5.29.29';
/** The same two as they stand in an entry. */
const [REASON, CERTIFICATE_ISSUER] = ['551d15', '551d1d'];
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
  list: RevocationList,
  { serialNumber, issuer }: Certificate,
  isIndirect: boolean,
): Entry | 'unusable' | undefined {
  const wanted = withoutZeros(serialNumber.valueBlock.valueHexView);
  let owner = list.head.issuer;
  let found: Entry | undefined;
  for (const der of list.entries()) {
    const [serial, , extensions] = elements([...elements(der)][0]!.content);
    const named = extensions ? whatIsNamed(extensions.content) : 'nothing';
    if (named === 'unknown' || (named === 'issuer' && !isIndirect)) return 'unusable';
    if (named === 'issuer') {
      const other = issuerIn(RevokedCertificate.fromBER(new Uint8Array(der)));
      if (!other) return 'unusable';
      owner = other;
    }
    if (!withoutZeros(serial!.content).equals(wanted) || !owner.isEqual(issuer)) continue;
    found ??= entryOf(RevokedCertificate.fromBER(new Uint8Array(der)));
  }
  return found;
}

const withoutZeros = (serial: Uint8Array): Buffer => {
  const first = serial.findIndex((byte) => byte !== 0);
  return Buffer.from(serial.buffer, serial.byteOffset, serial.length).subarray(Math.max(0, first));
};

/** Whether the extensions of an entry name its issuer, or hold a critical one that nobody here understands. */
function whatIsNamed(extensions: Uint8Array): 'issuer' | 'unknown' | 'nothing' {
  let named: 'issuer' | 'nothing' = 'nothing';
  for (const { content } of elements(extensions)) {
    const [id, critical] = elements(content);
    const oid = Buffer.from(id!.content).toString('hex');
    if (oid === CERTIFICATE_ISSUER) named = 'issuer';
    else if (oid !== REASON && critical?.tag === BOOLEAN && critical.content[0]) return 'unknown';
  }
  return named;
}

const issuerIn = ({ crlEntryExtensions }: RevokedCertificate) =>
  directoryName(
    crlEntryExtensions?.extensions.find(({ extnID }) => extnID === CERTIFICATE_ISSUER_ID)
      ?.parsedValue,
  );

function entryOf({ revocationDate, crlEntryExtensions }: RevokedCertificate): Entry {
  const extension = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === REASON_ID);
  const value = extension?.parsedValue as unknown;
  const reason = value instanceof Enumerated ? value.valueBlock.valueDec : undefined;
  return { at: revocationDate.value, isHold: reason === HOLD, isRemoval: reason === REMOVED };
}

function directoryName(value: unknown): RelativeDistinguishedNames | undefined {
  if (!(value instanceof GeneralNames)) return undefined;
  const name: unknown = value.names.find(({ type }) => type === DIRECTORY_NAME)?.value;
  return name instanceof RelativeDistinguishedNames ? name : undefined;
}
