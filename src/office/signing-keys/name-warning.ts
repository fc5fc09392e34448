import { isSameName } from '../../engines/signatures/certificates/certificate-names.ts';
import type { ExpiryWarning } from '../../engines/signatures/certificates/expiry.ts';
import { addDays } from '../../platform/time/days.ts';
import { shortDate } from '../../platform/time/vietnam-time.ts';
import type { Office } from '../accounts/office.entity.ts';

/** An agency seals under the name of the day, so a letterhead with another name needs another certificate from its first day on. */
export function nameWarning(
  office: Office,
  { commonName }: { commonName: string },
  today: string,
): ExpiryWarning | undefined {
  const now = office.headOn(today).name;
  if (!isSameName(now, commonName)) {
    const message = `Chứng thư số của cơ quan mang tên ${commonName}, đầu văn bản mang tên ${now}: không đóng dấu được. Hãy xin chứng thư mang tên mới.`;
    return { within: 0, message };
  }
  const [next] = office.heads
    .map(({ validFrom, name }) => ({ from: validFrom ?? '', name }))
    .filter(({ from, name }) => from > today && !isSameName(name, commonName))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (!next) return undefined;
  const within = ([7, 30] as const).find((days) => next.from <= addDays(today, days)) ?? 60;
  const message = `Từ ${shortDate(next.from)} đầu văn bản mang tên ${next.name}, chứng thư số của cơ quan còn mang tên ${commonName}. Hãy xin chứng thư mang tên mới trước ngày ấy.`;
  return { within, message };
}
