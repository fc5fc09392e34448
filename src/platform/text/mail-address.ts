import { domainToASCII } from 'node:url';
import { z } from 'zod';

const LOCAL = /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}$/u;

/** An address as SMTP takes it, its domain in ASCII; undefined when it is none. */
export function envelopeAddress(
  address: string,
): { address: string; needsUtf8: boolean } | undefined {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), domainToASCII(address.slice(at + 1))];
  const isDomain =
    domain.length <= 253 && /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9-]+$/i.test(domain);
  if (at < 1 || !LOCAL.test(local) || local.includes('..') || /^\.|\.$/.test(local) || !isDomain) {
    return undefined;
  }
  return { address: `${local}@${domain}`, needsUtf8: /[^\x20-\x7e]/.test(local) };
}

/** An address of somebody, as a form or another system gives it. */
export const Email = z
  .string({ error: 'Ghi địa chỉ thư.' })
  .trim()
  .max(254)
  .refine((address) => envelopeAddress(address) !== undefined, {
    error: 'Địa chỉ thư không đúng dạng, ví dụ đúng: vanthu@so.gov.vn.',
  });
