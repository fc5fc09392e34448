import { describeCertificate } from '../certificates/certificate-names.ts';
import { isCertificate } from '../cms/parse-certificate.ts';
import { formFields } from '../pdf/form-fields.ts';
import { Text, wordsOf } from '../pdf/objects.ts';
import { PdfFile } from '../pdf/pdf-file.ts';
import { readSignatures } from '../pdf/read-signatures.ts';
import { SigningError } from '../signing-error.ts';
import { type Finding, finding, type FindingCode } from './findings.ts';
import { requireSameFirstPage } from './first-page.ts';
import { holderFindings } from './holders.ts';
import { type Inspection, inspectSignature, signatureTimestamp } from './inspect-signature.ts';
import { inspectTimestamp, type TimestampInspection } from './inspect-timestamp.ts';
import { isReceipt, orderFindings, ruleFindings } from './order-of-signatures.ts';
import type { RevisionReport, SignatureReport, VerificationReport } from './report.ts';
import { revisionChanges } from './revision-changes.ts';
import { levelOf, sentenceOn, sentenceOnReceipt, verdictOn } from './sentences.ts';
import { isOfDispatch, placeOf } from './signature-places.ts';
import { type TrustContext, trustIn } from './trust.ts';
import { readLists, validationStore } from './validation-store.ts';
import { type Verdict, worstOf } from './verdict.ts';

export interface VerificationOptions {
  /** As DER. */
  trustedRoots: readonly Buffer[];
  /** Further certificates and lists, besides those in the file. */
  certificates?: readonly Buffer[];
  revocationLists?: readonly Buffer[];
  /** Name the seal's certificate must carry, where only one agency is in question. */
  agency?: string;
  /** Refuses a file without archive timestamp; otherwise that is a warning. */
  requireTimestamp?: boolean;
  /** Of a receipt as data: the file that it must be the receipt of. */
  receiptOf?: Buffer;
  now?: Date;
}

/** Judges a file: who signed, whether it is whole, and whether anybody changed it afterwards. Never throws for a bad file. */
export function verifyDispatch(pdf: Uint8Array, options: VerificationOptions): VerificationReport {
  try {
    return new Examination(new PdfFile(Buffer.from(pdf)), options).run();
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    const code = error.code === 'encrypted-pdf' ? 'encrypted' : 'unreadable';
    const findings = [finding(code, { what: error.message })];
    const nothing = { signatures: [], revisions: [], findings };
    return { ...conclusion(nothing), ...nothing, sentence: sentenceOn(nothing), level: 'none' };
  }
}

function conclusion(report: Pick<VerificationReport, 'findings'>) {
  const verdict = verdictOn(report);
  return { verdict, isGenuine: verdict === 'passed' };
}

/** A certificate can fail only what the bytes have passed. */
const TRUST_OF: Record<SignatureReport['integrity'], Verdict> = {
  intact: 'passed',
  unknown: 'indeterminate',
  invalid: 'failed',
  modified: 'failed',
};
const BROKEN_TIMESTAMP: ReadonlySet<FindingCode> = new Set([
  'timestamp-invalid',
  'timestamp-differs',
  'timestamp-of-another',
  'timestamp-not-judged',
] as const);

class Examination {
  private readonly context: TrustContext;
  private readonly findings: Finding[] = [];
  private readonly inspections: Inspection[];
  private readonly timestamps: TimestampInspection[];

  constructor(
    private readonly file: PdfFile,
    private readonly options: VerificationOptions,
  ) {
    requireSameFirstPage(file);
    const store = validationStore(file);
    const given = readLists(options.revocationLists ?? []);
    const stored = readSignatures(file);
    this.inspections = stored
      .filter(({ kind }) => kind === 'signature')
      .map((signature) =>
        inspectSignature(file, signature, [...store.certificates, ...(options.certificates ?? [])]),
      );
    const carried = this.inspections.flatMap(({ cms }) => cms?.certificates ?? []);
    this.context = {
      trustedRoots: options.trustedRoots,
      others: [...carried, ...store.certificates, ...(options.certificates ?? [])].filter(
        isCertificate,
      ),
      revocationLists: [...store.revocationLists, ...given.revocationLists],
      now: options.now ?? new Date(),
    };
    if (store.hasUnreadableList || given.hasUnreadableList) {
      this.findings.push(finding('list-unreadable'));
    }
    this.timestamps = stored
      .filter(({ kind }) => kind === 'timestamp')
      .map((signature) => inspectTimestamp(file, signature, this.context));
  }

  run(): VerificationReport {
    const { file, findings } = this;
    const stored = this.inspections.map((inspection) => inspection.stored);
    findings.push(...orderFindings(file, stored), ...ruleFindings(file, stored));
    findings.push(...holderFindings(this.inspections, this.options.agency));
    const signatures = [
      ...this.inspections.map((inspection) => this.reportSignature(inspection)),
      ...this.timestamps.map((timestamp) => this.reportTimestamp(timestamp)),
    ];
    this.requireTimestamp();
    const revisions = this.reportRevisions();
    const report = { signatures, revisions, findings };
    const hasLists = validationStore(file).revocationLists.length > 0;
    const hasBrokenTimestamp = findings.some(({ code }) => BROKEN_TIMESTAMP.has(code));
    const number = this.number();
    return {
      ...conclusion(report),
      sentence: isReceipt(file) ? sentenceOnReceipt(report) : sentenceOn(report),
      level: levelOf(report, hasLists, hasBrokenTimestamp),
      ...(number !== undefined && { number }),
      ...report,
    };
  }

  private reportSignature(inspection: Inspection): SignatureReport {
    const { stored, cms, integrity } = inspection;
    const { field, claimedTime } = stored;
    const stamp = signatureTimestamp(inspection, this.context);
    const own = [...inspection.findings, ...stamp.findings];
    const proven = stamp.time ?? this.archivedAt(inspection);
    const time = proven ?? claimedTime;
    if (!time) own.push(finding('signature-time-unknown', { field }));
    const trust =
      cms?.certificate &&
      trustIn(
        ...([cms.certificate, 'signing'] as const),
        { time: time ?? this.context.now, isProven: proven !== undefined },
        ...([this.context, field] as const),
      );
    own.push(...(trust?.findings ?? []));
    this.findings.push(...own);
    const isBound = own.every(({ code }) => code !== 'certificate-not-bound');
    return {
      field,
      role: placeOf(field).role,
      verdict: worstOf([TRUST_OF[integrity], ...own.map(({ verdict }) => verdict)]),
      ...(cms?.certificate && { signer: describeCertificate(cms.certificate) }),
      ...(claimedTime && { claimedTime }),
      ...(time && { time }),
      timeSource: proven ? 'timestamp' : 'claimed',
      integrity,
      trust: isBound ? (trust?.verdict ?? 'indeterminate') : 'failed',
      revocation: trust?.revocation ?? 'unknown',
      ...this.coverage(inspection),
    };
  }

  private reportTimestamp(inspection: TimestampInspection): SignatureReport {
    const { stored, certificate, time, integrity, trust, revocation } = inspection;
    this.findings.push(...inspection.findings);
    return {
      field: stored.field,
      role: 'timestamp',
      verdict: worstOf([TRUST_OF[integrity], trust]),
      ...(certificate && { signer: describeCertificate(certificate) }),
      ...(time && { time }),
      timeSource: 'timestamp',
      integrity,
      trust,
      revocation,
      ...this.coverage(inspection),
    };
  }

  /** The earliest archive timestamp that covers a signature proves that it existed by then. */
  private archivedAt({ stored }: Inspection): Date | undefined {
    return this.timestamps.find(
      ({ trust, stored: later }) =>
        trust === 'passed' && later.coveredLength > stored.coveredLength,
    )?.time;
  }

  private coverage({ revision }: Inspection) {
    const isNewest = revision === this.file.sections.length - 1;
    return { revision: (revision ?? -1) + 1, coversWholeFile: isNewest };
  }

  private requireTimestamp(): void {
    if (this.inspections.length === 0 || this.timestamps.length > 0) return;
    const { requireTimestamp } = this.options;
    this.findings.push(finding(requireTimestamp ? 'timestamp-required' : 'timestamp-missing'));
  }

  private reportRevisions(): RevisionReport[] {
    const all = [...this.inspections, ...this.timestamps];
    const covered = all
      .map(({ revision }) => revision)
      .filter((revision) => revision !== undefined);
    const [first, last] = [Math.min(...covered), Math.max(...covered)];
    const isForeign = first < last && !isOfDispatch(formFields(this.file.asOf(first)));
    return this.file.sections.map(({ end }, index) => {
      const { allowed, findings } =
        index > first ? revisionChanges(this.file, index) : { allowed: [], findings: [] };
      // What a later signature covers was at least seen by its signer; only of our own files we know the rules.
      const isCovered = isForeign && index <= last && findings.length > 0;
      const told = { revision: index + 1 };
      this.findings.push(...(isCovered ? [finding('changed-between-signatures', told)] : findings));
      const isValidationData =
        allowed.length > 0 && allowed.every(({ code }) => code === 'validation-data');
      const isOpenTail = index > last && !isValidationData;
      if (isOpenTail) this.findings.push(finding('unsigned-tail', { revision: index + 1 }));
      return {
        revision: index + 1,
        length: end,
        signedBy: all
          .filter(({ revision }) => revision === index)
          .map(({ stored }) => stored.field),
        changes: [...allowed.map((each) => ({ ...each, verdict: 'passed' as const })), ...findings],
      };
    });
  }

  private number(): string | undefined {
    const field = formFields(this.file).find(({ name }) => name === 'so_van_ban');
    const value = field?.dictionary.get('V');
    return value instanceof Text ? wordsOf(value) : undefined;
  }
}
