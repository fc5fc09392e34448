import { vietnamDate } from '../../platform/time/vietnam-time.ts';

/** A line of its own. It never reads on into the next one, which would take time with the square of their number. */
const LINE =
  /^[^\p{L}\p{N}\n\r\u2028\u2029]*(?:độ mật\b.*|(?:(?:tuyệt|tối)\s+)?mật)[^\p{L}\p{N}\n\r\u2028\u2029]*$/imu;
const STAMP = /(?:TUYỆT|TỐI)\s+MẬT|[[(]\s*(?:(?:tuyệt|tối)\s+)?mật\s*[\])]|độ mật\s*:/iu;
const UNCLASSIFIED = new Set(['', 'none', 'không', 'thường']);

/**
 * State secrets (Mật, Tối mật, Tuyệt mật) may not enter this system (`LAWS` below). A level that
 * was chosen counts, and so does a stamp written into the text.
 */
export function isClassified(level: string | undefined, ...texts: string[]): boolean {
  if (level !== undefined && !UNCLASSIFIED.has(level.trim().toLowerCase())) return true;
  return texts.some((text) => LINE.test(text) || STAMP.test(text));
}

/** The law on state secrets and its decree, each pair from its first day on. */
const LAWS = [
  { from: '2026-03-01', law: '117/2025/QH15', decree: '63/2026/NĐ-CP' },
  { from: '2020-07-01', law: '29/2018/QH14', decree: '26/2020/NĐ-CP' },
] as const;

/** What is said to whoever brings one on this day (`YYYY-MM-DD`), by the law of that day. */
export function classifiedOn(day: string): string {
  const { law, decree } = LAWS.find(({ from }) => from <= day) ?? LAWS.at(-1)!;
  return (
    'Văn bản có độ mật không được đưa vào hệ thống này. Nội dung vừa nhập không được lưu; hãy xử lý theo quy định ' +
    `về bảo vệ bí mật nhà nước (Luật Bảo vệ bí mật nhà nước số ${law}, Nghị định số ${decree}).`
  );
}

export const classifiedToday = (): string => classifiedOn(vietnamDate(new Date()));
