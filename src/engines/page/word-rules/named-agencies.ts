import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';
import { toneOnFirstVowel } from './tone-marks.ts';

/** How the names of agencies and their groups begin. */
const HEAD =
  /(?<=^|, | và |; )(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ủy ban mặt trận tổ quốc|các (?:sở|ban|cơ quan|đơn vị|phòng|xã|huyện|doanh nghiệp|trường)|sở|công an|bộ chỉ huy quân sự|văn phòng|phòng|đài|kho bạc|cục|chi cục|bưu điện|viện kiểm sát|tòa án|trung tâm|báo|liên đoàn lao động|hội nông dân|hội liên hiệp phụ nữ|ban quản lý|thanh tra) /giu;

/** Where the name ends and what is asked begins. */
const VERB =
  /,? (?:chỉ đạo|chủ trì|chủ động|phối hợp|thực hiện|tổ chức|tuyên truyền|triển khai|báo cáo|rà soát|căn cứ|quan tâm|kịp thời|tiếp tục|tăng cường|gửi|cử|xem xét|khẩn trương|nghiêm túc|tham mưu|đôn đốc|hướng dẫn|kiểm tra|bố trí|nghiên cứu|cho ý kiến|cho biết|thông báo|phổ biến|quán triệt|thông tin|cung cấp|đăng tải|phát|đưa|tập trung|xây dựng|ban hành|tiếp nhận|tham dự|tham gia|cập nhật|phản ánh|hỗ trợ|giúp|có|được|không|theo|trong|trước|khi|để|nếu|thường xuyên|nâng cao|bảo đảm|đảm bảo|giao|yêu cầu|đề nghị)(?!\p{L})/iu;

const ASKED = /(?<!\p{L})(?:đề nghị|yêu cầu|giao)\s+([^.;:!?(]+)/giu;

/** Longer names are likely to be more than a name. */
const LONGEST = 14;

/** Groups that hold whoever begins so. */
const GROUPS: [RegExp, RegExp][] = [
  [/./, /^các cơ quan đơn vị/],
  [/^(?:sở|công an tỉnh|văn phòng|đài|báo|thanh tra|bộ chỉ huy) ?/, /^các sở/],
  [/^ủy ban nhân dân (?:xã|phường|thị trấn|đặc khu)/, /^ủy ban nhân dân các (?:xã|phường)/],
  [/^ủy ban nhân dân (?:huyện|thành phố|thị xã)/, /^ủy ban nhân dân các (?:huyện|thành phố)/],
];

/** One spelling for comparing: `UBND các xã, phường (để t/h)` is `ủy ban nhân dân các xã phường`. */
function folded(name: string): string {
  return toneOnFirstVowel(name.toLocaleLowerCase('vi'))
    .replace(/\([^)]*\)/g, '')
    .replace(/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân')
    .replace(/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân')
    .replace(/[,.;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Agencies of which a text asks something, as it names them. */
export function askedAgencies(text: string): string[] {
  return [...text.matchAll(ASKED)].flatMap(([, words = '']) => {
    const names = words.slice(0, VERB.exec(words)?.index);
    const starts = [...names.matchAll(HEAD)].map(({ index }) => index);
    if (starts[0] !== 0) return [];
    return starts
      .map((start, i) => names.slice(start, starts[i + 1]).replace(/(?:,| và|\s)+$/u, ''))
      .filter((name) => name.split(' ').length <= LONGEST);
  });
}

/** Annex I, II.9.a: whoever is to act is addressed, or stands in Nơi nhận. */
export const NAMED_AGENCIES: WordRule = {
  id: 'recipients.named-in-body',
  clause: annexI('II.9.a'),
  severity: 'warning',
  *find({ document, texts }: Words): Generator<Fault> {
    const own = folded(document.issuingBody);
    const listed = [...document.addressees, ...document.recipientLines].map(folded);
    const missing = new Set<string>();
    for (const { place, text, part } of texts) {
      if (part !== 'body') continue;
      for (const name of askedAgencies(text)) {
        const wanted = folded(name);
        if (wanted === own || missing.has(wanted) || isCovered(wanted, listed)) continue;
        missing.add(wanted);
        yield {
          place,
          message: `"${name}" được giao việc nhưng không có ở "Kính gửi" hay "Nơi nhận".`,
          remedy: 'Ghi thêm cơ quan này vào nơi nhận nếu văn bản được gửi tới đó.',
        };
      }
    }
  },
};

function isCovered(wanted: string, listed: string[]): boolean {
  return listed.some(
    (name) =>
      ` ${name} `.includes(` ${wanted} `) ||
      (name.split(' ').length > 1 && `${wanted} `.startsWith(`${name} `)) ||
      GROUPS.some(([member, group]) => member.test(wanted) && group.test(name)),
  );
}
