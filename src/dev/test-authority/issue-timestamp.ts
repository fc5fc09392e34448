import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { OID } from '../../engines/signatures/cms/object-identifiers.ts';
import {
  encodeForSigning,
  signedAttributes,
} from '../../engines/signatures/cms/signed-attributes.ts';
import { encodeSignedData } from '../../engines/signatures/cms/signed-data.ts';
import type { KeyHolder } from '../../engines/signatures/keys/key-holder.ts';

/** Policy of the test authority, under the number kept for examples (RFC 5612); nobody may rely on it. */
const TEST_POLICY = '1.3.6.1.4.1.32473.1.1';

const GRANTED = 0;

/** Answers a timestamp request (RFC 3161, 2.4) with the clock given; for trying out. */
export async function answerTimestampRequest(
  request: Buffer,
  key: KeyHolder,
  now: Date,
): Promise<Buffer> {
  const { messageImprint, nonce } = TimeStampReq.fromBER(new Uint8Array(request));
  const token = await signToken(messageImprint, key, now, nonce);
  const response = new TimeStampResp({
    status: new PKIStatusInfo({ status: GRANTED }),
    timeStampToken: ContentInfo.fromBER(new Uint8Array(token)),
  });
  return Buffer.from(response.toSchema().toBER());
}

/** A token over a SHA-256 digest, without a request and a network around it. */
export function issueTimestampToken(digest: Buffer, key: KeyHolder, now: Date): Promise<Buffer> {
  const sha256 = { algorithmId: OID.sha256, algorithmParams: new Null() };
  const imprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier(sha256),
    hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }),
  });
  return signToken(imprint, key, now);
}

async function signToken(
  messageImprint: MessageImprint,
  key: KeyHolder,
  now: Date,
  nonce?: Integer,
): Promise<Buffer> {
  const info = new TSTInfo({
    version: 1,
    policy: TEST_POLICY,
    messageImprint,
    serialNumber: new Integer({ valueHex: serial() }),
    // Whole seconds: some readers refuse fractions.
    genTime: new Date(Math.floor(now.getTime() / 1000) * 1000),
    ...(nonce && { nonce }),
  });
  const bytes = Buffer.from(info.toSchema().toBER());
  const digest = createHash('sha256').update(bytes).digest();
  const attributes = signedAttributes(digest, key.certificate, OID.timestampInfo);
  return encodeSignedData({
    signedAttributes: attributes,
    algorithm: key.algorithm,
    signature: await key.sign(encodeForSigning(attributes)),
    certificate: key.certificate,
    chain: key.chain,
    content: { type: OID.timestampInfo, bytes },
  });
}

function serial(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(8));
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes;
}
