import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';
import type { WrittenText } from './written-texts.ts';

/** What nobody means to print. An ellipsis that ends an enumeration or a quotation is none of these. */
const CERTAIN: RegExp[] = [
  /(?<=^|[^,\s"“”(]\s|[:/])(?:\.{3,}|…+)/u,
  /\.{4,}|…{2,}|_{3,}/u,
  /\[\s*\]/u,
  /\[(?:điền|ghi|nhập|tên|số|ngày)(?!\p{L})[^\]]*\]/iu,
  /(?<![\p{L}\d.-])(?<!\d )(?:x{3,9}|X{4,9})(?![\p{L}\d])/u,
  /(?<!(?:định dạng|dạng|kiểu|mẫu|cú pháp)[^.;]{0,30})(?<!\p{L})dd\/mm(?:\/yy(?:yy)?)?(?!\p{L})/iu,
  /lorem ipsum/iu,
  /\?{3,}/u,
];

/** What may be meant: an omission, Roman thirty, the name of a format. */
const POSSIBLE: RegExp[] = [
  /\[(?:\.{3}|…)\]|\((?:\.{3}|…)\)/u,
  /(?<!\p{L})XXX(?!\p{L})/u,
  /(?<!\p{L})(?:TODO|TBD)(?!\p{L})/u,
  /(?<!\p{L})dd\/mm(?!\p{L})/iu,
];

const REMEDY = 'Ghi nội dung thật vào chỗ này hoặc bỏ đi.';

/** A dispatch is complete before it is submitted; the blanks of a form in a table or an annex stay. */
export const PLACEHOLDER: WordRule = {
  id: 'wording.placeholder',
  clause: annexI('II.6'),
  severity: 'error',
  *find(words: Words): Generator<Fault> {
    for (const text of words.texts.filter(({ part }) => part !== 'form')) {
      const found = first(text, CERTAIN);
      if (found === undefined) continue;
      yield { place: text.place, message: `Còn chỗ chưa ghi: "${found}".`, remedy: REMEDY };
    }
  },
};

export const POSSIBLE_PLACEHOLDER: WordRule = {
  id: 'wording.possible-placeholder',
  clause: annexI('II.6'),
  severity: 'warning',
  *find(words: Words): Generator<Fault> {
    for (const text of words.texts) {
      if (text.part !== 'form' && first(text, CERTAIN) !== undefined) continue;
      const found = first(text, POSSIBLE);
      if (found === undefined) continue;
      yield { place: text.place, message: `Có thể còn chỗ chưa ghi: "${found}".`, remedy: REMEDY };
    }
  },
};

function first({ text }: WrittenText, patterns: RegExp[]): string | undefined {
  return patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}
