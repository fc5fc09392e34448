import { annexI, type Fault, type LayoutRule } from '../finding.ts';
import type { Sheet } from '../sheet.ts';
import { writtenTexts } from '../written-texts.ts';

interface TypingFault {
  pattern: RegExp;
  message: string;
  remedy: string;
}

const DOUBLE_SPACE: TypingFault = {
  pattern: /\S+[ \u00a0\t]{2,}\S+/u,
  message: 'Có nhiều dấu cách liền nhau',
  remedy: 'Chỉ để một dấu cách giữa hai từ (trang in đã tự gộp lại).',
};

/** Addresses have a punctuation of their own. */
const ADDRESS = /\S*(?::\/\/|@|www\.)\S*/gu;

const SPACES: TypingFault[] = [
  {
    pattern: /\S+ [,;:!?](?=\s|$)|\S+ \.(?=\s|$)/u,
    message: 'Có dấu cách trước dấu câu',
    remedy: 'Viết dấu câu liền sau từ đứng trước.',
  },
  {
    pattern: /\p{L}+[,;]\p{L}+|\p{Ll}{2,}\.\p{Lu}\p{Ll}+/u,
    message: 'Thiếu dấu cách sau dấu câu',
    remedy: 'Để một dấu cách sau dấu câu.',
  },
  {
    pattern: /\(\s+\S+|\S+\s+\)/u,
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
        const text = written.replace(ADDRESS, '@');
        for (const { pattern, message, remedy } of faults) {
          const found = pattern.exec(text)?.[0];
          if (found) yield { place, message: `${message}: "${found}".`, remedy };
        }
      }
    },
  };
}

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
