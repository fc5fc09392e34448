import { fromBER, Integer, Sequence } from 'asn1js';

/** An ECDSA signature as DER (RFC 3279, 2.2.3); tokens and services often give r and s side by side. */
export function ecdsaDer(signature: Buffer): Buffer {
  if (signature.length % 2 !== 0 || signature.length > 64) return signature;
  const half = signature.length / 2;
  const value = [signature.subarray(0, half), signature.subarray(half)].map(positive);
  return Buffer.from(new Sequence({ value }).toBER());
}

function positive(magnitude: Buffer): Integer {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++;
  const trimmed = magnitude.subarray(start);
  const isHigh = (trimmed[0] ?? 0) >= 0x80;
  const valueHex = new Uint8Array(isHigh ? [0, ...trimmed] : trimmed);
  return new Integer({ valueHex });
}

/** The reverse for P-256: r and s side by side, 32 bytes each (RFC 7518, 3.4). */
export function concatenatedEcdsa(der: Buffer): Buffer {
  const { result } = fromBER(der);
  const numbers = (result as Sequence).valueBlock.value as Integer[];
  return Buffer.concat(
    numbers.map(({ valueBlock }) => {
      const bytes = Buffer.from(valueBlock.valueHexView);
      const magnitude = bytes.subarray(Math.max(0, bytes.length - 32));
      return Buffer.concat([Buffer.alloc(32 - magnitude.length), magnitude]);
    }),
  );
}
