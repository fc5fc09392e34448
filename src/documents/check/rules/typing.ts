import { annexI, type Fault, type LayoutRule } from '../finding.ts';
import type { Sheet } from '../sheet.ts';
import { writtenTexts } from '../written-texts.ts';

interface TypingFault {
  pattern: RegExp;
  message: string;
  remedy: string;
}

const DOUBLE_SPACE: TypingFault = {
  pattern: /\S{1,40}[ \u00a0\t]{2,}\S{1,40}/u,
  message: 'Có nhiều dấu cách liền nhau',
  remedy: 'Chỉ để một dấu cách giữa hai từ (trang in đã tự gộp lại).',
};

const SPACES: TypingFault[] = [
  {
    pattern: /\S{1,40} [,;:!?.](?=\s|$)/u,
    message: 'Có dấu cách trước dấu câu',
    remedy: 'Viết dấu câu liền sau từ đứng trước.',
  },
  {
    pattern: /\p{L}{1,40}[,;]\p{L}{1,40}|\p{Ll}{2,40}\.\p{Lu}\p{Ll}{1,40}/u,
    message: 'Thiếu dấu cách sau dấu câu',
    remedy: 'Để một dấu cách sau dấu câu.',
  },
  {
    pattern: /\(\s\S{1,40}|\S{1,40}\s\)/u,
    message: 'Có dấu cách phía trong dấu ngoặc',
    remedy: 'Viết liền dấu ngoặc với từ ở trong.',
  },
];

function typingRule(id: string, faults: TypingFault[], asWritten: boolean): LayoutRule {
  return {
    id,
    clause: annexI('II.6'),
    severity: 'warning',
    *find(sheet: Sheet): Generator<Fault> {
      const texts = asWritten ? writtenTexts(sheet.draft) : sheet.texts;
      for (const { place, text: written } of texts) {
        const text = withoutAddresses(written);
        for (const { pattern, message, remedy } of faults) {
          const found = pattern.exec(text)?.[0];
          if (found) yield { place, message: `${message}: "${found}".`, remedy };
        }
      }
    },
  };
}

/** Addresses have a punctuation of their own. */
const withoutAddresses = (text: string) =>
  text
    .split(' ')
    .map((word) => (/:\/\/|@|www\./.test(word) ? '@' : word))
    .join(' ');

/** Seen in the draft only: the page is set with single spaces. */
export const DOUBLE_SPACES = typingRule('typing.double-space', [DOUBLE_SPACE], true);

export const PUNCTUATION_SPACES = typingRule('typing.punctuation', SPACES, false);

/** `các xã phường thị trấn`: kinds of bodies in a row want commas. */
export const LIST_COMMAS = typingRule(
  'typing.list-comma',
  [
    {
      pattern:
        /(?<!\p{L})(?:xã|huyện|sở|ban|phường|quận) (?:phường|thị trấn|thị xã|thành phố|ban|ngành|huyện)(?!\p{L})/iu,
      message: 'Thiếu dấu phẩy giữa các loại cơ quan, đơn vị',
      remedy: 'Ghi dấu phẩy, ví dụ "xã, phường, thị trấn".',
    },
  ],
  false,
);
