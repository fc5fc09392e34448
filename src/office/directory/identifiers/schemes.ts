/** Whose codes they are. */
export const SCHEMES = ['organisation', 'former', 'unit', 'other'] as const;
export type Scheme = (typeof SCHEMES)[number];

interface Form {
  pattern: RegExp;
  /** What is wrong when it does not fit, and what fits. */
  fault: string;
}

/**
 * What a code looks like, in capitals.
 *
 * - `organisation`: Decision 20/2020/QĐ-TTg as amended by 09/2025/QĐ-TTg, the level above first:
 *   `H31`, `H31.12`, `H01.151.05`. Read from codes in use (letter and two figures, then parts of two or
 *   three figures, at most 35 letters in all); the text of neither decision was read, so a part may also
 *   have letters here.
 * - `former`: QCVN 102:2016/BTTTT, thirteen letters, the level above last: `000.00.15.H31`. Provinces
 *   still wrote it in 2026.
 * - `unit`: the unit, not the body, of Decision 19/2025/QĐ-TTg: two figures for a province, five for a
 *   commune. Before 1 July 2025 three for a district (Decision 124/2004/QĐ-TTg).
 * - `other`: whatever an exchange knows an agency by beside these, such as `vxp.saas.03`.
 */
export const FORMS: Record<Scheme, Form> = {
  organisation: {
    pattern: /^(?=.{3,35}$)[A-Z]\d{2}(?:\.[A-Z0-9]{2,3})*$/,
    fault:
      'Mã định danh gồm một chữ và hai số, rồi từng cấp cách nhau bằng dấu chấm, ví dụ H31 hoặc H31.12.05.',
  },
  former: {
    pattern: /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/,
    fault: 'Mã định danh dạng cũ gồm 13 ký tự, cấp cao nhất ở cuối, ví dụ 000.00.15.H31.',
  },
  unit: {
    pattern: /^(?:\d{2}|\d{3}|\d{5})$/,
    fault: 'Mã đơn vị hành chính gồm 2 chữ số (tỉnh) hoặc 5 chữ số (xã, phường), ví dụ 12433.',
  },
  other: {
    pattern: /^[A-Z0-9]+(?:[._-][A-Z0-9]+)*$/,
    fault: 'Mã chỉ gồm chữ không dấu, chữ số và dấu . - _ ở giữa, ví dụ VXP.SAAS.03.',
  },
};

const LAST_OF_DISTRICTS = '2025-06-30';

/** What is wrong with a code of this scheme that begins on this day; nothing when it fits. */
export function faultOf(scheme: Scheme, code: string, from: string): string | undefined {
  if (!FORMS[scheme].pattern.test(code)) return FORMS[scheme].fault;
  if (scheme === 'unit' && code.length === 3 && from > LAST_OF_DISTRICTS)
    return 'Mã ba chữ số là của cấp huyện, chỉ có đến 30/06/2025. Ghi mã của tỉnh hoặc của xã.';
  return undefined;
}
