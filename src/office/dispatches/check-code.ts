import type { InstallationKeys } from '../../platform/installation/installation-keys.ts';

const ID_BYTES = 16;
const MAC_BYTES = 12;

/**
 * The public code of a dispatch, printed as a QR code: its id and a MAC of it, base64url. It is known before the number
 * is, nothing of it is stored, and nobody can count through the codes.
 */
export function checkCode(keys: InstallationKeys, dispatchId: string): string {
  const id = Buffer.from(dispatchId.replaceAll('-', ''), 'hex');
  const mac = keys.mac('check-code', id).subarray(0, MAC_BYTES);
  return Buffer.concat([id, mac]).toString('base64url');
}

/** Id of the dispatch a code belongs to; nothing for a code this installation never gave. */
export function dispatchIdOf(keys: InstallationKeys, code: string): string | undefined {
  const bytes = Buffer.from(code, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES) return undefined;
  const [id, mac] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  if (!keys.isMac('check-code', id, mac)) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
