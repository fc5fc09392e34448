import { Integer } from 'asn1js';
import {
  type Certificate,
  type CertificateRevocationList,
  CRLDistributionPoints,
  type Extension,
  GeneralName,
  IssuingDistributionPoint,
} from 'pkijs';

const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';
const DELTA_INDICATOR = '2.5.29.27';
const CRL_NUMBER = '2.5.29.20';
const DISTRIBUTION_POINTS = '2.5.29.31';
const UNDERSTOOD = new Set([ISSUING_DISTRIBUTION_POINT, DELTA_INDICATOR, CRL_NUMBER]);

/** What a list may be believed about one certificate. */
export interface Scope {
  /** Its entries count. */
  mayRevoke: boolean;
  /** Its silence counts: it is complete for this certificate, and for every reason. */
  mayClear: boolean;
  isDelta: boolean;
  isIndirect: boolean;
}

const NOTHING: Scope = { mayRevoke: false, mayClear: false, isDelta: false, isIndirect: false };

/**
 * The scope of a list for a certificate (RFC 5280, 5.2.4, 5.2.5 and 6.3.3 b): which kinds of certificates, which point
 * of distribution, which reasons, complete or a delta. A list with a rule nobody here understands says nothing (5.2).
 */
export function scopeOf(
  list: CertificateRevocationList,
  certificate: Certificate,
  isAuthority: boolean,
): Scope {
  const extensions = list.crlExtensions?.extensions ?? [];
  if (extensions.some(({ critical, extnID }) => critical && !UNDERSTOOD.has(extnID)))
    return NOTHING;
  const isDelta = extensions.some(({ extnID }) => extnID === DELTA_INDICATOR);
  const point = extensions.find(({ extnID }) => extnID === ISSUING_DISTRIBUTION_POINT);
  if (!point) return { mayRevoke: true, mayClear: !isDelta, isDelta, isIndirect: false };
  const rules = readPoint(point);
  if (!rules) return NOTHING;
  const { onlyContainsUserCerts, onlyContainsCACerts, onlyContainsAttributeCerts } = rules;
  const isOther =
    onlyContainsAttributeCerts ||
    (onlyContainsUserCerts && isAuthority) ||
    (onlyContainsCACerts && !isAuthority);
  if (isOther || !isOfPoint(rules, certificate)) return NOTHING;
  return {
    mayRevoke: true,
    mayClear: !isDelta && rules.onlySomeReasons === undefined,
    isDelta,
    isIndirect: rules.indirectCRL,
  };
}

function readPoint({ parsedValue }: Extension): IssuingDistributionPoint | undefined {
  const value = parsedValue as unknown;
  const isRead =
    value instanceof IssuingDistributionPoint && !('parsingError' in value && value.parsingError);
  return isRead ? value : undefined;
}

/** Where the list names its point, the certificate must name it too (RFC 5280, 6.3.3 b 2 i). */
function isOfPoint(
  { distributionPoint }: IssuingDistributionPoint,
  { extensions = [] }: Certificate,
): boolean {
  if (distributionPoint === undefined) return true;
  const points = extensions.find(({ extnID }) => extnID === DISTRIBUTION_POINTS)
    ?.parsedValue as unknown;
  if (!(points instanceof CRLDistributionPoints)) return false;
  const wanted = points.distributionPoints.flatMap((point) => namesOf(point.distributionPoint));
  return namesOf(distributionPoint).some((name) => wanted.includes(name));
}

function namesOf(names: unknown): string[] {
  if (!Array.isArray(names)) return [];
  return names
    .filter((name) => name instanceof GeneralName)
    .map((name) => JSON.stringify(name.toJSON()));
}

/** Number of a complete list, or the number a delta builds upon (RFC 5280, 5.2.3 and 5.2.4). */
export function numberOf(list: CertificateRevocationList, isDelta: boolean): bigint | undefined {
  const wanted = isDelta ? DELTA_INDICATOR : CRL_NUMBER;
  const extension = list.crlExtensions?.extensions.find(({ extnID }) => extnID === wanted);
  const value = extension?.parsedValue as unknown;
  if (!(value instanceof Integer)) return undefined;
  const hex = Buffer.from(value.valueBlock.valueHexView).toString('hex');
  return hex === '' ? undefined : BigInt(`0x${hex}`);
}
