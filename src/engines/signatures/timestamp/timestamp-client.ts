import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import { boundedBody } from '../../../platform/files/bounded-body.ts';
import { OID } from '../cms/object-identifiers.ts';
import { SigningError } from '../signing-error.ts';
import { readTimestamp, TIMESTAMP_PROBLEMS } from './timestamp-token.ts';

/** Whoever can say when a digest existed. */
export interface TimestampSource {
  /** A timestamp token (RFC 3161) over a SHA-256 digest, as DER. */
  timestamp(digest: Buffer): Promise<Buffer>;
}

export interface TimestampClientOptions {
  url: string;
  /** The state's service has been seen to take two minutes; what waits for it must not be an issue in progress. */
  timeoutMilliseconds?: number;
  /** Gives up before that. */
  signal?: AbortSignal;
}

const TIMEOUT = 10_000;
const LARGEST_ANSWER = 1_000_000;
/** `granted` and `grantedWithMods` (RFC 3161, 2.4.2). */
const GRANTED = new Set([0, 1]);

/** Asks a timestamp authority over HTTP (RFC 3161, 3.4). Every failure is a SigningError, so that issue can go on without. */
export class TimestampClient implements TimestampSource {
  constructor(private readonly options: TimestampClientOptions) {}

  async timestamp(digest: Buffer): Promise<Buffer> {
    const nonce = randomBytes(8);
    nonce[0] = (nonce[0]! & 0x3f) | 0x40;
    const answer = await this.post(requestFor(digest, nonce));
    const token = tokenOf(answer);
    const { imprint, nonce: returned } = readToken(token);
    if (imprint.equals(digest) && returned?.equals(nonce)) return token;
    throw refused('trả lời cho yêu cầu khác');
  }

  private async post(request: Buffer): Promise<Buffer> {
    const { url, timeoutMilliseconds = TIMEOUT, signal } = this.options;
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query' },
        body: new Uint8Array(request),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return await boundedBody(response, LARGEST_ANSWER);
    } catch (cause) {
      throw new SigningError(
        'timestamp-unavailable',
        'Dịch vụ dấu thời gian chưa trả lời. Văn bản vẫn phát hành được; dấu thời gian sẽ được bổ sung sau.',
        { cause },
      );
    }
  }
}

function requestFor(digest: Buffer, nonce: Buffer): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: OID.sha256,
        algorithmParams: new Null(),
      }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER());
}

function tokenOf(answer: Buffer): Buffer {
  let response: TimeStampResp;
  try {
    response = TimeStampResp.fromBER(new Uint8Array(answer));
  } catch {
    throw refused('trả lời không đúng dạng');
  }
  const { status, timeStampToken } = response;
  if (!GRANTED.has(status.status) || !timeStampToken)
    throw refused(`từ chối (mã ${status.status})`);
  return Buffer.from(timeStampToken.toSchema().toBER());
}

function readToken(token: Buffer) {
  const { imprint, nonce, problem } = readTimestamp(token);
  if (problem) throw refused(TIMESTAMP_PROBLEMS[problem]);
  return { imprint, nonce };
}

function refused(why: string): SigningError {
  return new SigningError(
    'timestamp-refused',
    `Dịch vụ dấu thời gian ${why}. Văn bản vẫn phát hành được; hãy kiểm tra địa chỉ dịch vụ rồi bổ sung sau.`,
  );
}

export const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
