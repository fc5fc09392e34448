import { annexII, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

interface CapitalRule {
  id: string;
  clause: string;
  /** All that it matches is wrong but for what `right` leaves as it is. */
  pattern: RegExp;
  /** What the words before it must be. */
  after?: RegExp;
  right: (found: string) => string;
}

const small = (found: string) => found[0]!.toLocaleLowerCase('vi') + found.slice(1);
const capital = (found: string) => found[0]!.toLocaleUpperCase('vi') + found.slice(1);

const FIELDS =
  'tài chính|nội vụ|y tế|xây dựng|tư pháp|công thương|giáo dục|khoa học|nông nghiệp|tài nguyên|thông tin|văn hóa|du lịch|ngoại vụ|giao thông|lao động|dân tộc|công an|quốc phòng';
const FIELD_NAMES = FIELDS.split('|').map(capital).join('|');

/** Words after which `nhân dân` belongs to a name: Ủy ban nhân dân, Quân đội nhân dân. */
const BEFORE_PEOPLE =
  'ban|đồng|án|sát|đội|an|trang|tranh|giáo|sĩ|sỹ|thuốc|phòng|dân quân|quần chúng';

const RULES: CapitalRule[] = [
  {
    id: 'capitals.common-noun',
    clause: annexII('II.1'),
    pattern:
      /(?:Thành phố|Thị xã|Thị trấn|Huyện|Xã|Phường|Tỉnh|Quận|Sở|Ban|Ngành|Phòng)(?=[,.;)]|$| \p{Ll})/gu,
    after: /(?<!\p{L})(?:các|những|từng|mỗi) (?:[\p{Ll} ]+, )*$/u,
    right: small,
  },
  {
    id: 'capitals.unit-name',
    clause: annexII('II.1.a'),
    pattern: /(?<=\p{Ll},? )(?:Tỉnh|Huyện|Quận)(?= (?!Đoàn|Ủy|Uỷ)\p{Lu}\p{Ll})/gu,
    right: small,
  },
  {
    id: 'capitals.agency',
    clause: annexII('III'),
    pattern: /(?<!\p{L})(?:ủy|uỷ) ban nhân dân(?!\p{L})|(?<!\p{L})hội đồng nhân dân(?!\p{L})/giu,
    right: (found) => (isAllCapitals(found) ? found : capital(found.toLocaleLowerCase('vi'))),
  },
  {
    id: 'capitals.agency',
    clause: annexII('III'),
    pattern: new RegExp(`(?<!\\p{L})(?:Sở|Bộ) (?:${FIELDS})(?!\\p{L})`, 'gu'),
    right: (found) => `${found.slice(0, 3)}${capital(found.slice(3))}`,
  },
  {
    id: 'capitals.agency',
    clause: annexII('III'),
    pattern: new RegExp(`(?<=\\p{L},? )(?:sở|bộ) (?:${FIELD_NAMES})(?!\\p{L})`, 'gu'),
    right: capital,
  },
  {
    id: 'capitals.reference',
    clause: annexII('V.7'),
    pattern: /(?<=\p{L},? )(?:điều|chương|mục|tiểu mục) (?:\d+|[IVX]+)(?![\p{L}\d])/gu,
    right: capital,
  },
  {
    id: 'capitals.reference',
    clause: annexII('V.7'),
    pattern: /(?<=\p{L},? )(?:Khoản \d+|Điểm [a-zđ])(?![\p{L}\d])/gu,
    right: small,
  },
  {
    id: 'capitals.people',
    clause: annexII('V.1'),
    pattern: new RegExp(`(?<=\\p{L} )(?<!(?:${BEFORE_PEOPLE}) )nhân dân(?!\\p{L})`, 'giu'),
    right: (found) => (found === 'nhân dân' ? capital(found) : found),
  },
  {
    id: 'capitals.sentence',
    clause: annexII('I'),
    pattern: /(?<=\p{Ll}{2}[.?!] )(?<!(?<!\p{L})(?:vd|tr|st|ths|bs|ks|gs)\. )\p{Ll}+/gu,
    right: capital,
  },
];

/** Letters in which `after` is looked for: a row of kinds of bodies is shorter. */
const FAR = 120;

const isAllCapitals = (found: string) => found === found.toLocaleUpperCase('vi');

/** Annex II, cautiously: each finding names the words and how the decree writes them. */
function capitalRule(id: string): WordRule {
  const rules = RULES.filter((rule) => rule.id === id);
  return {
    id,
    clause: rules[0]!.clause,
    severity: 'warning',
    *find(words: Words): Generator<Fault> {
      for (const { place, text, part } of words.texts) {
        if (part === 'signature') continue;
        for (const { pattern, after, right } of rules) {
          for (const { 0: found, index } of text.matchAll(pattern)) {
            const wanted = right(found);
            const before = text.slice(Math.max(0, index - FAR), index);
            if (wanted === found || after?.test(before) === false) continue;
            const message = `Viết hoa chưa đúng: "${found}".`;
            yield { place, message, remedy: `Viết "${wanted}".` };
          }
        }
      }
    },
  };
}

export const CAPITAL_RULES: readonly WordRule[] = [...new Set(RULES.map(({ id }) => id))].map(
  capitalRule,
);
