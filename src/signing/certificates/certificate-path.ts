import { X509Certificate } from 'node:crypto';
import { BasicConstraints } from 'pkijs';
import { OID } from '../cms/object-identifiers.ts';
import { parseCertificate } from '../cms/parse-certificate.ts';

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
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
/** Key usage, constraints, extended usage, policies, names and key identifiers: what a critical extension may be. */
const UNDERSTOOD = new Set([KEY_USAGE, BASIC_CONSTRAINTS, '2.5.29.37', '2.5.29.32', '2.5.29.17']);
/** `digitalSignature` and `nonRepudiation` (RFC 5280, 4.2.1.3). */
const SIGNING_BITS = 0b1100_0000;
const WEAK_HASH = /\.1\.1\.[2-5]$|\.4\.1$/;

/** Follows a certificate up to a trusted root (RFC 5280, 6.1) as of a moment. */
export function certificatePath(question: PathQuestion): CertificatePath {
  const path = follow(question.certificate, question, [], new Set());
  const problems = new Set<PathProblem>();
  if (!question.roots.some((root) => root.equals(path.at(-1)!))) problems.add('untrusted');
  path.forEach((der, index) => {
    for (const problem of problemsOf(der, index, question.at)) problems.add(problem);
  });
  if (!mayServe(question)) problems.add('not-for-signing');
  return { path, problems: [...problems] };
}

/** Every certificate is tried once, whatever circles they make. */
function follow(
  der: Buffer,
  question: PathQuestion,
  below: Buffer[],
  tried: Set<Buffer>,
): Buffer[] {
  const { roots, others } = question;
  const path = [...below, der];
  if (roots.some((root) => root.equals(der)) || path.length >= LONGEST) return path;
  const certificate = new X509Certificate(der);
  let longest = path;
  for (const candidate of [...roots, ...others]) {
    if (tried.has(candidate) || path.some((member) => member.equals(candidate))) continue;
    const issuer = new X509Certificate(candidate);
    const isIssuer =
      issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    if (!isIssuer) continue;
    tried.add(candidate);
    const found = follow(candidate, question, path, tried);
    if (roots.some((root) => root.equals(found.at(-1)!))) return found;
    if (found.length > longest.length) longest = found;
  }
  return longest;
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
  if (!isUnderstood || isTooLong || WEAK_HASH.test(signatureAlgorithm.algorithmId)) {
    problems.push('unknown-rule');
  }
  return problems;
}

function mayServe({ certificate, purpose }: PathQuestion): boolean {
  const { keyUsage: extended } = new X509Certificate(certificate);
  if (purpose === 'timestamping') return extended?.includes(OID.timestamping) ?? false;
  const usage = parseCertificate(certificate).extensions?.find(
    ({ extnID }) => extnID === KEY_USAGE,
  );
  const bits = (usage?.parsedValue as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)
    ?.valueBlock?.valueHexView;
  return !usage || ((bits?.[0] ?? 0) & SIGNING_BITS) !== 0;
}
