import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

const REFERENCE =
  /(?<!\p{L})(?:nghị định|thông tư|nghị quyết|quyết định|chỉ thị|kế hoạch|công văn|thông báo|báo cáo|tờ trình|hướng dẫn|chương trình|công điện|văn bản) số (\d+\S*?)(?=[\s,.;:)]|$)/giu;

const WANTED: [string, RegExp][] = [
  ['ngày ban hành', /ngày \d/iu],
  ['cơ quan ban hành', /(?<!\p{L})của \p{L}/iu],
  [
    'trích yếu',
    /(?<!\p{L})(?:về|v\/v|quy định|ban hành|hướng dẫn|phê duyệt|sửa đổi|triển khai|tăng cường|công bố)(?!\p{L})/iu,
  ],
];

/** Annex I, II.6.b: the first mention of a document gives type, number, date, issuer and abstract; cautious. */
export const FIRST_REFERENCE: WordRule = {
  id: 'wording.first-reference',
  clause: annexI('II.6.b'),
  severity: 'warning',
  *find({ texts }: Words): Generator<Fault> {
    const mentioned = new Set<string>();
    for (const { place, text, part } of texts) {
      if (part !== 'body' && part !== 'basis') continue;
      for (const match of text.matchAll(REFERENCE)) {
        const [found, number = ''] = match;
        if (mentioned.has(number)) continue;
        mentioned.add(number);
        const [rest = ''] = text.slice(match.index + found.length).split(/[.;](?:\s|$)/);
        const lacking = WANTED.filter(([, pattern]) => !pattern.test(rest)).map(([name]) => name);
        if (lacking.length === 0) continue;
        yield {
          place,
          message: `"${found}" viện dẫn lần đầu chưa có ${lacking.join(', ')}.`,
          remedy:
            'Lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu; các lần sau chỉ ghi tên loại, số, ký hiệu.',
        };
      }
    }
  },
};
