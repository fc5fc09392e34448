import { describeCertificate, isCertificate } from '../certificates/certificate-names.ts';
import { PERSON_FIELD } from '../dispatch-signatures.ts';
import { formFields } from '../pdf/form-fields.ts';
import { Text, wordsOf } from '../pdf/objects.ts';
import { PdfFile } from '../pdf/pdf-file.ts';
import { readSignatures } from '../pdf/read-signatures.ts';
import { SigningError } from '../signing-error.ts';
import {
  type Inspection,
  inspectSignature,
  inspectTimestamp,
  signatureTimestamp,
  type TimestampInspection,
} from './inspect-signature.ts';
import { holderFindings } from './holders.ts';
import { isReceipt, orderFindings, ruleFindings } from './order-of-signatures.ts';
import {
  type Finding,
  refusal,
  type RevisionReport,
  type SignatureReport,
  type VerificationReport,
  warning,
} from './report.ts';
import { revisionChanges } from './revision-changes.ts';
import { type TrustContext, trustIn } from './trust.ts';
import { validationStore } from './validation-store.ts';
import { levelOf, verdictOn, verdictOnReceipt } from './verdict.ts';

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
    const why = isLocked(pdf) ? LOCKED : error.message;
    const findings = [refusal('unreadable', why)];
    const nothing = { signatures: [], revisions: [], findings };
    return { ...nothing, isGenuine: false, verdict: verdictOn(nothing), level: 'none' };
  }
}

const LOCKED =
  'Tệp PDF bị đặt mật khẩu hoặc hạn chế quyền nên không đọc được. Hãy lấy lại tệp gốc từ nơi phát hành.';

/** Of a file that is unreadable already: only the words depend on it. */
const isLocked = (pdf: Uint8Array) => Buffer.from(pdf).includes('/Encrypt ');

class Examination {
  private readonly context: TrustContext;
  private readonly findings: Finding[] = [];
  private readonly inspections: Inspection[];
  private readonly timestamps: TimestampInspection[];

  constructor(
    private readonly file: PdfFile,
    private readonly options: VerificationOptions,
  ) {
    const store = validationStore(file);
    const stored = readSignatures(file);
    this.inspections = stored
      .filter(({ kind }) => kind === 'signature')
      .map((signature) => inspectSignature(file, signature));
    const carried = this.inspections.flatMap(({ cms }) => cms?.certificates ?? []);
    this.context = {
      trustedRoots: options.trustedRoots,
      others: [...carried, ...store.certificates, ...(options.certificates ?? [])].filter(
        isCertificate,
      ),
      revocationLists: [...store.revocationLists, ...(options.revocationLists ?? [])],
      now: options.now ?? new Date(),
    };
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
    const number = this.number();
    return {
      isGenuine: findings.every(({ isWarning }) => isWarning),
      verdict: isReceipt(file) ? verdictOnReceipt(report) : verdictOn(report),
      level: levelOf(report, validationStore(file).revocationLists.length > 0),
      ...(number !== undefined && { number }),
      ...report,
    };
  }

  private reportSignature(inspection: Inspection): SignatureReport {
    const { stored, cms, isIntact } = inspection;
    const { field, claimedTime } = stored;
    const own = signatureTimestamp(inspection, this.context);
    this.findings.push(...inspection.findings, ...own.findings);
    const proven = own.time ?? this.archivedAt(inspection);
    const time = proven ?? claimedTime;
    const role = field.startsWith(PERSON_FIELD) ? ('person' as const) : ('agency' as const);
    const shared = {
      field,
      role,
      isIntact,
      ...(claimedTime && { claimedTime }),
      ...this.coverage(inspection),
    };
    const timeSource = proven ? ('timestamp' as const) : ('claimed' as const);
    if (!cms || !time) {
      if (!time) {
        const message = `Chữ ký ở ô “${field}” không cho biết thời điểm ký.`;
        this.findings.push(refusal('signature-time-unknown', message, { field }));
      }
      return { ...shared, isTrusted: false, revocation: 'unknown', timeSource };
    }
    const moment = { time, isProven: proven !== undefined };
    const trust = trustIn(cms.certificate, 'signing', moment, this.context, field);
    this.findings.push(...trust.findings);
    return {
      ...shared,
      signer: describeCertificate(cms.certificate),
      time,
      timeSource,
      isTrusted: trust.findings.every(({ isWarning }) => isWarning),
      revocation: trust.revocation,
    };
  }

  private reportTimestamp(inspection: TimestampInspection): SignatureReport {
    const { stored, certificate, time, isIntact, isTrusted, revocation } = inspection;
    this.findings.push(...inspection.findings);
    return {
      field: stored.field,
      role: 'timestamp',
      ...(certificate && { signer: describeCertificate(certificate) }),
      ...(time && { time }),
      timeSource: 'timestamp',
      isIntact,
      isTrusted,
      revocation,
      ...this.coverage(inspection),
    };
  }

  /** The earliest archive timestamp that covers a signature proves that it existed by then. */
  private archivedAt({ stored }: Inspection): Date | undefined {
    return this.timestamps.find(
      ({ isTrusted, stored: later }) => isTrusted && later.coveredLength > stored.coveredLength,
    )?.time;
  }

  private coverage({ revision }: Inspection) {
    const isNewest = revision === this.file.sections.length - 1;
    return { revision: (revision ?? -1) + 1, coversWholeFile: isNewest };
  }

  private requireTimestamp(): void {
    if (this.inspections.length === 0 || this.timestamps.length > 0) return;
    const message = 'Văn bản chưa có dấu thời gian lưu trữ: thời điểm ký là theo lời người ký.';
    const { requireTimestamp } = this.options;
    this.findings.push((requireTimestamp ? refusal : warning)('timestamp-missing', message));
  }

  private reportRevisions(): RevisionReport[] {
    const all = [...this.inspections, ...this.timestamps];
    const covered = all
      .map(({ revision }) => revision)
      .filter((revision) => revision !== undefined);
    const [first, last] = [Math.min(...covered), Math.max(...covered)];
    return this.file.sections.map(({ end }, index) => {
      const { allowed, findings } =
        index > first ? revisionChanges(this.file, index) : { allowed: [], findings: [] };
      this.findings.push(...findings);
      const isValidationData =
        allowed.length > 0 && allowed.every((change) => change.includes('kiểm tra'));
      const isOpenTail = index > last && !isValidationData;
      if (isOpenTail) {
        const message = 'Lần lưu cuối của tệp không được chữ ký hay dấu thời gian nào phủ.';
        this.findings.push(refusal('unsigned-tail', message, { revision: index + 1 }));
      }
      return {
        revision: index + 1,
        length: end,
        signedBy: all
          .filter(({ revision }) => revision === index)
          .map(({ stored }) => stored.field),
        changes: [...allowed, ...findings.map(({ message }) => message)],
      };
    });
  }

  private number(): string | undefined {
    const field = formFields(this.file).find(({ name }) => name === 'so_van_ban');
    const value = field?.dictionary.get('V');
    return value instanceof Text ? wordsOf(value) : undefined;
  }
}
