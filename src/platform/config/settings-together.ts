import { accessSync, constants } from 'node:fs';
import { closest } from '../web/closest.ts';

/** What works only when all of it is set. */
const TOGETHER = [
  { names: ['OIDC_ISSUER', 'OIDC_CLIENT_ID'], with: ['OIDC_CLIENT_SECRET', 'OIDC_RULES_FILE'] },
  { names: ['DKIM_SELECTOR', 'DKIM_KEY_FILE'], with: ['DKIM_DOMAIN'] },
  { names: ['BOUNCE_ADDRESS'], with: ['BOUNCE_INBOX'] },
];

/** Faults of settings that are set by halves: they would be ignored without a word. */
export function requireTogether(set: Record<string, unknown>): string[] {
  return TOGETHER.flatMap(({ names, with: others }) => {
    const some = [...names, ...others].filter((name) => name in set);
    const missing = names.filter((name) => !(name in set));
    if (some.length === 0) return [];
    return missing.map(
      (name) => `${name}: chưa đặt, mà ${some.join(', ')} cần nó. Đặt đủ hoặc bỏ hết.`,
    );
  });
}

/** Node itself goes on without the file, and every connection by that authority fails later. */
export function unreadableAuthority(set: Record<string, unknown>): string[] {
  const file = set['NODE_EXTRA_CA_CERTS'];
  if (typeof file !== 'string') return [];
  try {
    accessSync(file, constants.R_OK);
    return [];
  } catch {
    return [`NODE_EXTRA_CA_CERTS: không đọc được tệp ${file}. Sửa đường dẫn hoặc quyền đọc.`];
  }
}

/** Names that are one slip away from a setting, which then is not set: `SMTP_URI`. */
export function strangersIn(set: Record<string, unknown>, known: string[]): string[] {
  const free = known.filter((name) => !(name in set));
  return Object.keys(set)
    .filter((name) => /^[A-Z][A-Z0-9]+(_[A-Z0-9]+)+$/.test(name) && !known.includes(name))
    .flatMap((name) => {
      const meant = closest(name, free);
      const isSlip = meant !== undefined && sameStart(name, meant);
      return isSlip ? [`Không có biến ${name}, nên không có tác dụng: có phải ${meant}?`] : [];
    });
}

const sameStart = (a: string, b: string) => a.slice(0, 4) === b.slice(0, 4);
