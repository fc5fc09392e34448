import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { hasSecrecyMark } from './secrecy-marks.ts';

const UNCLASSIFIED = new Set(['', 'none', 'không', 'thường']);

/**
 * State secrets (Mật, Tối mật, Tuyệt mật) may not enter this system (`LAWS` below). A level that
 * was chosen counts, and so does a mark written into the text.
 */
export function isClassified(level: string | undefined, ...texts: string[]): boolean {
  if (level !== undefined && !UNCLASSIFIED.has(level.trim().toLowerCase())) return true;
  return texts.some(hasSecrecyMark);
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
