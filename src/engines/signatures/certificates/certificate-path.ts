import { X509Certificate } from 'node:crypto';
import { BasicConstraints } from 'pkijs';
import { OID } from '../cms/object-identifiers.ts';
import { parseCertificate } from '../cms/parse-certificate.ts';
import { signatureCheck } from '../cms/signature-algorithm.ts';
import { maySign } from './key-usage.ts';

export type PathProblem =
  'untrusted' | 'expired' | 'not-yet-valid' | 'not-for-signing' | 'unknown-rule';

export interface PathQuestion {
  /** As DER. */
  certificate: Buffer;
  /** Certificates that may lie between it and a root. */
  others: readonly Buffer[];
  roots: readonly Buffer[];
  at: Date;
  purpose: 'signing' | 'timestamping';
}

export interface CertificatePath {
  /** From the certificate to the root; as far as it could be followed. */
  path: Buffer[];
  problems: PathProblem[];
}

const LONGEST = 6;
/** Attempts for one certificate, whatever it brings along. */
const MOST_TRIED = 200;
const BASIC_CONSTRAINTS = '2.5.29.19';
/** Key usage, constraints, extended usage, policies, names and key identifiers: what a critical extension may be. */
const UNDERSTOOD = new Set(['2.5.29.15', BASIC_CONSTRAINTS, '2.5.29.37', '2.5.29.32', '2.5.29.17']);

/**
 * Follows a certificate up to a trusted root (RFC 5280, 6.1) as of a moment. A root is trusted by being given: of it
 * only name and key are taken, so neither its own signature nor its rules are judged (6.1.1 d).
 */
export function certificatePath(question: PathQuestion): CertificatePath {
  const { certificate, roots, at } = question;
  const path = follow(certificate, question, [], new Set());
  const isAnchored = roots.some((root) => root.equals(path.at(-1)!));
  const problems = new Set<PathProblem>();
  if (!isAnchored) problems.add('untrusted');
  const judged = isAnchored && path.length > 1 ? path.slice(0, -1) : path;
  judged.forEach((der, index) => {
    for (const problem of problemsOf(der, index, at)) problems.add(problem);
  });
  if (!mayServe(question)) problems.add('not-for-signing');
  return { path, problems: [...problems] };
}

/** Every certificate is tried once, whatever circles they make; those that hold at the moment go first. */
function follow(
  der: Buffer,
  question: PathQuestion,
  below: Buffer[],
  tried: Set<Buffer>,
): Buffer[] {
  const { roots, others, at } = question;
  const path = [...below, der];
  if (roots.some((root) => root.equals(der)) || path.length >= LONGEST) return path;
  const certificate = new X509Certificate(der);
  let longest = path;
  for (const candidate of [...roots, ...validFirst(others, at)]) {
    if (tried.has(candidate) || tried.size > MOST_TRIED) continue;
    if (path.some((member) => member.equals(candidate))) continue;
    if (!isIssuedBy(certificate, new X509Certificate(candidate), roots.includes(candidate)))
      continue;
    tried.add(candidate);
    const found = follow(candidate, question, path, tried);
    if (roots.some((root) => root.equals(found.at(-1)!))) return found;
    if (found.length > longest.length) longest = found;
  }
  return longest;
}

/** A root need not say that it is an authority: certificates of version 1 cannot. */
function isIssuedBy(
  certificate: X509Certificate,
  issuer: X509Certificate,
  isRoot: boolean,
): boolean {
  if (!isRoot && !issuer.ca) return false;
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function validFirst(others: readonly Buffer[], at: Date): Buffer[] {
  const isValid = (der: Buffer) => Number(problemsOf(der, 0, at).length === 0);
  return others.toSorted((a, b) => isValid(b) - isValid(a));
}

function problemsOf(der: Buffer, index: number, at: Date): PathProblem[] {
  const { validFrom, validTo } = new X509Certificate(der);
  const { extensions = [], signatureAlgorithm } = parseCertificate(der);
  const problems: PathProblem[] = [];
  if (at < new Date(validFrom)) problems.push('not-yet-valid');
  if (at > new Date(validTo)) problems.push('expired');
  const isUnderstood = extensions.every(
    ({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID),
  );
  const constraints = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  const limit = constraints instanceof BasicConstraints ? constraints.pathLenConstraint : undefined;
  const isTooLong = typeof limit === 'number' && index - 1 > limit;
  if (!isUnderstood || isTooLong || !signatureCheck(signatureAlgorithm)) {
    problems.push('unknown-rule');
  }
  return problems;
}

/** A certificate for encryption alone signs nothing (RFC 5280, 4.2.1.3). */
function mayServe({ certificate, purpose }: PathQuestion): boolean {
  if (purpose === 'signing') return maySign(certificate);
  const { keyUsage: extended } = new X509Certificate(certificate);
  return extended?.includes(OID.timestamping) ?? false;
}
