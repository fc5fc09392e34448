/** A line of its own. It never reads on into the next one, which would take time with the square of their number. */
const LINE =
  /^[^\p{L}\p{N}\n\r\u2028\u2029]*(?:độ mật\b.*|(?:(?:tuyệt|tối)\s+)?mật)[^\p{L}\p{N}\n\r\u2028\u2029]*$/imu;
const STAMP = /(?:TUYỆT|TỐI)\s+MẬT|[[(]\s*(?:(?:tuyệt|tối)\s+)?mật\s*[\])]|độ mật\s*:/iu;
const UNCLASSIFIED = new Set(['', 'none', 'không', 'thường']);

/**
 * Law 29/2018/QH14: state secrets (Mật, Tối mật, Tuyệt mật) may not enter this system. A level that
 * was chosen counts, and so does a stamp written into the text.
 */
export function isClassified(level: string | undefined, ...texts: string[]): boolean {
  if (level !== undefined && !UNCLASSIFIED.has(level.trim().toLowerCase())) return true;
  return texts.some((text) => LINE.test(text) || STAMP.test(text));
}

/** What is said to whoever brings one. */
export const CLASSIFIED =
  'Văn bản có độ mật không được đưa vào hệ thống này. Nội dung vừa nhập không được lưu; ' +
  'hãy xử lý theo quy định về bảo vệ bí mật nhà nước.';
