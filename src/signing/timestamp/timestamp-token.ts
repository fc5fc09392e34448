import { TSTInfo } from 'pkijs';
import { OID } from '../cms/object-identifiers.ts';
import { readSignedData } from '../cms/read-signed-data.ts';

export interface Timestamp {
  time: Date;
  /** The SHA-256 digest it vouches for. */
  imprint: Buffer;
  nonce?: Buffer;
  /** Of the timestamp authority, as DER. */
  certificate: Buffer;
  certificates: Buffer[];
  /** Absent when the token is sound in itself; whether its authority is trusted is another question. */
  problem?: string;
}

/** Reads a timestamp token (RFC 3161, 2.4.2). */
export function readTimestamp(token: Buffer): Timestamp {
  const nothing = {
    time: new Date(NaN),
    imprint: Buffer.alloc(0),
    certificate: Buffer.alloc(0),
    certificates: [],
  };
  const signed = readSignedData(token);
  if (!signed?.content || signed.contentType !== OID.timestampInfo) {
    return { ...nothing, problem: 'không đúng dạng dấu thời gian' };
  }
  const { certificate, certificates, content, problems } = signed;
  try {
    const info = TSTInfo.fromBER(new Uint8Array(content));
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const isKnown = hashAlgorithm.algorithmId === OID.sha256;
    const problem =
      problems.length > 0 ? 'có chữ ký không đúng' : isKnown ? undefined : 'dùng thuật toán lạ';
    return {
      time: info.genTime,
      imprint: Buffer.from(hashedMessage.getValue()),
      ...(info.nonce && { nonce: Buffer.from(info.nonce.valueBlock.valueHexView) }),
      certificate,
      certificates,
      ...(problem !== undefined && { problem }),
    };
  } catch {
    return { ...nothing, problem: 'không đúng dạng dấu thời gian' };
  }
}
