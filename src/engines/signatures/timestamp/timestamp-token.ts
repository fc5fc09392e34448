import { createHash } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { OID } from '../cms/object-identifiers.ts';
import { type CmsProblem, readSignedData } from '../cms/read-signed-data.ts';
import { HASHES } from '../cms/signature-algorithm.ts';
import { type Integrity } from '../verification/verdict.ts';

/** Why a token proves nothing here; `algorithm-not-accepted` and `signer-missing` are no fault of the token. */
export type TimestampProblem =
  'malformed' | 'signature-invalid' | 'algorithm-not-accepted' | 'signer-missing';

export interface Timestamp {
  time: Date;
  /** The digest it vouches for, and by which hash. */
  imprint: Buffer;
  hash: string;
  nonce?: Buffer;
  /** Of the timestamp authority, as DER. */
  certificate: Buffer;
  certificates: Buffer[];
  /** Absent when the token is sound in itself; whether its authority is trusted is another question. */
  problem?: TimestampProblem;
}

/** In Vietnamese, behind “Dấu thời gian”. */
export const TIMESTAMP_PROBLEMS: Record<TimestampProblem, string> = {
  malformed: 'không đúng dạng dấu thời gian',
  'signature-invalid': 'có chữ ký không đúng',
  'algorithm-not-accepted': 'dùng thuật toán không được chấp nhận ở đây',
  'signer-missing': 'không kèm chứng thư của tổ chức cấp dấu thời gian',
};

/** Whether the bytes a timestamp covers can still be what they were. */
export const TIMESTAMP_INTEGRITY: Record<TimestampProblem, Integrity> = {
  malformed: 'invalid',
  'signature-invalid': 'invalid',
  'algorithm-not-accepted': 'unknown',
  'signer-missing': 'unknown',
};

/** Reads a timestamp token (RFC 3161, 2.4.2). Its imprint may be by any hash we accept. */
export function readTimestamp(token: Buffer, others: readonly Buffer[] = []): Timestamp {
  const nothing = {
    time: new Date(NaN),
    imprint: Buffer.alloc(0),
    hash: 'sha256',
    certificate: Buffer.alloc(0),
    certificates: [],
  };
  const signed = readSignedData(token, undefined, others);
  if (!signed?.content || signed.contentType !== OID.timestampInfo) {
    return { ...nothing, problem: 'malformed' };
  }
  const { certificate = Buffer.alloc(0), certificates, content, problems } = signed;
  try {
    const info = TSTInfo.fromBER(new Uint8Array(content));
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const hash = HASHES[hashAlgorithm.algorithmId];
    const problem = problemOf(problems) ?? (hash ? undefined : 'algorithm-not-accepted');
    return {
      time: info.genTime,
      imprint: Buffer.from(hashedMessage.getValue()),
      hash: hash ?? 'sha256',
      ...(info.nonce && { nonce: Buffer.from(info.nonce.valueBlock.valueHexView) }),
      certificate,
      certificates,
      ...(problem !== undefined && { problem }),
    };
  } catch {
    return { ...nothing, problem: 'malformed' };
  }
}

/** Whether a token vouches for these bytes. */
export function isImprintOf({ imprint, hash }: Timestamp, bytes: Uint8Array): boolean {
  return imprint.equals(createHash(hash).update(bytes).digest());
}

function problemOf(problems: CmsProblem[]): TimestampProblem | undefined {
  if (problems.length === 0) return undefined;
  const unjudged = problems.find(
    (each) => each === 'algorithm-not-accepted' || each === 'signer-missing',
  );
  const isBroken = problems.some((each) => each !== unjudged);
  // A token must name its certificate (RFC 3161, 2.4.2), so a missing binding breaks it.
  return isBroken || unjudged === undefined ? 'signature-invalid' : unjudged;
}
