import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const MAC_BYTES = 12;

/**
 * The public code of a dispatch, printed as a QR code: its id and a MAC of it, base64url. It is known before the number
 * is, nothing of it is stored, and nobody can count through the codes.
 */
export function checkCode(secret: string, dispatchId: string): string {
  const id = Buffer.from(dispatchId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, macOf(secret, id)]).toString('base64url');
}

/** Id of the dispatch a code belongs to; nothing for a code this installation never gave. */
export function dispatchIdOf(secret: string, code: string): string | undefined {
  const bytes = Buffer.from(code, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES) return undefined;
  const [id, mac] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  if (!timingSafeEqual(mac, macOf(secret, id))) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function macOf(secret: string, id: Buffer): Buffer {
  const mac = createHmac('sha256', secret).update('check:').update(id).digest();
  return mac.subarray(0, MAC_BYTES);
}
