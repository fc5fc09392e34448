import { CRLDistributionPoints, GeneralName } from 'pkijs';
import { boundedBody } from '../../../platform/files/bounded-body.ts';
import { revocationListsIn } from './read-revocation-lists.ts';
import { parseCertificate } from '../cms/parse-certificate.ts';

const DISTRIBUTION_POINTS = '2.5.29.31';
/** `uniformResourceIdentifier` (RFC 5280, 4.2.1.6). */
const ADDRESS = 6;
const TIMEOUT = 10_000;
const LARGEST = 20_000_000;
/** Two chains and their timestamps name fewer. */
const MOST_ADDRESSES = 20;

export interface FetchedLists {
  /** As DER. */
  lists: Buffer[];
  /** Addresses that gave none. */
  failed: string[];
}

/** Fetches the lists that certificates name for themselves (RFC 5280, 4.2.1.13). One that fails does not stop the rest. */
export async function fetchRevocationLists(
  certificates: readonly Buffer[],
  timeoutMilliseconds = TIMEOUT,
): Promise<FetchedLists> {
  const addresses = [...new Set(certificates.flatMap(listAddresses))];
  const asked = addresses.slice(0, MOST_ADDRESSES);
  const results = await Promise.all(
    asked.map((address) => fetchList(address, timeoutMilliseconds)),
  );
  return {
    lists: results.filter((lists) => lists !== undefined).flat(),
    failed: addresses.filter((_, index) => results[index] === undefined),
  };
}

export function listAddresses(certificate: Buffer): string[] {
  const { extensions = [] } = parseCertificate(certificate);
  const points = extensions.find(({ extnID }) => extnID === DISTRIBUTION_POINTS)?.parsedValue;
  if (!(points instanceof CRLDistributionPoints)) return [];
  return points.distributionPoints
    .flatMap(({ distributionPoint: names }) => (Array.isArray(names) ? names : []))
    .filter((name) => name instanceof GeneralName && name.type === ADDRESS)
    .map(({ value }) => String(value))
    .filter((address) => /^https?:/.test(address));
}

async function fetchList(address: string, timeout: number): Promise<Buffer[] | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeout) });
    return response.ok ? revocationListsIn(await boundedBody(response, LARGEST)) : undefined;
  } catch {
    return undefined;
  }
}
