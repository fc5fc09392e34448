import { X509Certificate } from 'node:crypto';
import {
  knownPublicKeyOf,
  oncePerCertificate,
  parseCertificate,
} from '../cms/parse-certificate.ts';
import { signatureCheck } from '../cms/signature-algorithm.ts';
import { maySignLists } from './key-usage.ts';
import { type Entry, entryFor } from './list-entries.ts';
import { numberOf, type Scope, scopeOf } from './list-scope.ts';
import { readList, type RevocationList } from './read-list.ts';

export type Revocation =
  | { status: 'good' }
  | { status: 'unknown'; lacks: 'list' | 'scope' | 'current-list' }
  | { status: 'revoked'; at: Date };

interface Believed {
  list: RevocationList;
  scope: Scope;
  entry: Entry | undefined;
}

/**
 * What the lists of its issuer say of a certificate (RFC 5280, 5 and 6.3). A list counts when the issuer signed it and
 * within its scope alone; it clears a certificate only if it was still current at `at`, or made later.
 */
export function revocationOf(
  certificate: Buffer,
  issuer: Buffer,
  lists: readonly Buffer[],
  at: Date,
): Revocation {
  const parsed = parseCertificate(certificate);
  const isAuthority = new X509Certificate(certificate).ca;
  const believed: Believed[] = [];
  let isOutOfScope = false;
  for (const list of lists.map((der) => parse(der))) {
    if (!list || !isSignedBy(list, issuer)) continue;
    const scope = scopeOf(list.head, parsed, isAuthority);
    const entry = scope.mayRevoke ? entryFor(list, parsed, scope.isIndirect) : 'unusable';
    if (entry === 'unusable') isOutOfScope = true;
    else believed.push({ list, scope, entry });
  }
  const revoked = believed.find((each) => isRevoking(each, believed));
  if (revoked) return { status: 'revoked', at: revoked.entry!.at };
  const isCleared = believed.some(
    ({ list: { head }, scope }) =>
      scope.mayClear && (head.nextUpdate ?? head.thisUpdate).value >= at,
  );
  if (isCleared) return { status: 'good' };
  if (believed.some(({ scope }) => scope.mayClear)) {
    return { status: 'unknown', lacks: 'current-list' };
  }
  return { status: 'unknown', lacks: isOutOfScope || believed.length > 0 ? 'scope' : 'list' };
}

/** What is on hold in a complete list may have been let go by a delta to that list (RFC 5280, 5.2.4). */
function isRevoking({ list, scope, entry }: Believed, all: Believed[]): boolean {
  if (!entry || entry.isRemoval) return false;
  if (!entry.isHold || scope.isDelta) return true;
  const number = numberOf(list.head, false);
  return !all.some(
    (delta) =>
      delta.scope.isDelta &&
      delta.entry?.isRemoval &&
      isUpon(numberOf(delta.list.head, true), number) &&
      delta.list.head.thisUpdate.value >= list.head.thisUpdate.value,
  );
}

const isUpon = (base: bigint | undefined, number: bigint | undefined) =>
  base !== undefined && number !== undefined && base <= number;

const parse = oncePerCertificate((der): RevocationList | undefined => {
  try {
    return readList(der);
  } catch {
    return undefined;
  }
});

function isSignedBy({ head, signed }: RevocationList, issuer: Buffer): boolean {
  const check = signatureCheck(head.signatureAlgorithm);
  const key = knownPublicKeyOf(issuer);
  if (!check || !key || !head.issuer.isEqual(parseCertificate(issuer).subject)) return false;
  if (!maySignLists(issuer)) return false;
  return check(key, signed, new Uint8Array(head.signatureValue.valueBlock.valueHexView));
}
