import { z } from 'zod';
import { PdfFile } from './pdf/pdf-file.ts';
import { readSignatures } from './pdf/read-signatures.ts';
import { SigningError } from './signing-error.ts';
import { inspectSignature } from './verification/inspect-signature.ts';

/**
 * The state's signing tool on the signer's own computer, as the browser calls it: it fetches the file, shows its window,
 * asks for the PIN, uploads the signed file and then answers. The key never leaves the signer's token.
 */
export const BRIDGE = {
  approve: 'wss://127.0.0.1:8987/SignApproved',
  issue: 'wss://127.0.0.1:8987/SignIssued',
  appendix: 'wss://127.0.0.1:8987/SignAppendix',
  copy: 'wss://127.0.0.1:8987/SignCopy',
} as const;

export const BridgeRequest = z.object({
  /** Where the tool uploads the signed file. */
  FileUploadHandler: z.url(),
  SessionId: z.string(),
  JWTToken: z.string(),
  /** Where the tool fetches the file. */
  FileName: z.url(),
  DocNumber: z.string().optional(),
  IssuedDate: z.string().optional(),
  MetaData: z.array(z.object({ Key: z.string(), Value: z.string() })),
});
export type BridgeRequest = z.infer<typeof BridgeRequest>;

export const BridgeAnswer = z.object({
  /** 0 is success. */
  Status: z.number(),
  Message: z.string().default(''),
  FileServer: z.string().default(''),
  DocumentNumber: z.string().optional(),
  DocumentDate: z.string().optional(),
});
export type BridgeAnswer = z.infer<typeof BridgeAnswer>;

export interface BridgeTask {
  fileUrl: string;
  uploadUrl: string;
  session: string;
  token: string;
}

/** For `BRIDGE.approve`: the authorised person's signature. */
export function approvalRequest({ fileUrl, uploadUrl, session, token }: BridgeTask): BridgeRequest {
  return {
    FileUploadHandler: uploadUrl,
    SessionId: session,
    JWTToken: token,
    FileName: fileUrl,
    MetaData: [],
  };
}

/** For `BRIDGE.issue`: the agency's signature, with number and symbol and the day of issue. */
export function issueRequest(task: BridgeTask, number: string, issuedOn: string): BridgeRequest {
  return { ...approvalRequest(task), DocNumber: number, IssuedDate: issuedOn };
}

export function readBridgeAnswer(message: string): BridgeAnswer {
  const answer = BridgeAnswer.safeParse(parseJson(message));
  if (answer.success && answer.data.Status === 0) return answer.data;
  const why = answer.data?.Message ? ` (${answer.data.Message})` : '';
  throw new SigningError(
    'bridge-refused',
    `Công cụ ký số trên máy không ký${why}. Hãy kiểm tra thiết bị ký số và mã PIN rồi ký lại.`,
  );
}

/** Takes what the tool uploaded only if it is the file that was sent, with one sound signature more. */
export function acceptUpload(sent: Buffer, uploaded: Buffer): Buffer {
  const isContinuation =
    uploaded.length > sent.length && uploaded.subarray(0, sent.length).equals(sent);
  if (isContinuation && hasNewSignature(sent, uploaded)) return uploaded;
  throw new SigningError(
    'bridge-changed-file',
    'Tệp tải lên không phải văn bản đã gửi đi ký, hoặc chưa có chữ ký mới. Hãy ký lại từ văn bản trên hệ thống.',
  );
}

function hasNewSignature(sent: Buffer, uploaded: Buffer): boolean {
  const file = new PdfFile(uploaded);
  const signatures = readSignatures(file);
  const newest = signatures.at(-1);
  if (!newest || signatures.length !== readSignatures(new PdfFile(sent)).length + 1) return false;
  return (
    inspectSignature(file, newest).integrity === 'intact' &&
    newest.coveredLength === uploaded.length
  );
}

function parseJson(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
