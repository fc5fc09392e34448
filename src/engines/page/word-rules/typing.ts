import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';
import { writtenTexts } from './written-texts.ts';

interface TypingFault {
  /** The fault itself, without the words around it. */
  sign: RegExp;
  message: string;
  remedy: string;
}

const DOUBLE_SPACE: TypingFault = {
  sign: /[ \u00a0\t]{2,}(?=\S)/u,
  message: 'Có nhiều dấu cách liền nhau',
  remedy: 'Chỉ để một dấu cách giữa hai từ (trang in đã tự gộp lại).',
};

const SPACES: TypingFault[] = [
  {
    sign: / (?<=\S )[,;:!?.](?=\s|$)/u,
    message: 'Có dấu cách trước dấu câu',
    remedy: 'Viết dấu câu liền sau từ đứng trước.',
  },
  {
    sign: /[,;](?<=\p{L}.)(?=\p{L})|\.(?<=\p{Ll}{2}.)(?=\p{Lu}\p{Ll})/u,
    message: 'Thiếu dấu cách sau dấu câu',
    remedy: 'Để một dấu cách sau dấu câu.',
  },
  {
    sign: /\(\s(?=\S)|\s(?<=\S\s)\)/u,
    message: 'Có dấu cách phía trong dấu ngoặc',
    remedy: 'Viết liền dấu ngoặc với từ ở trong.',
  },
];

function typingRule(id: string, faults: TypingFault[], asWritten: boolean): WordRule {
  return {
    id,
    clause: annexI('II.6'),
    severity: 'warning',
    *find(words: Words): Generator<Fault> {
      const texts = asWritten ? writtenTexts(words.draft) : words.texts;
      for (const { place, text: written } of texts) {
        const text = withoutAddresses(written);
        for (const { sign, message, remedy } of faults) {
          const found = sign.exec(text);
          if (found) yield { place, message: `${message}: "${inItsWords(found)}".`, remedy };
        }
      }
    },
  };
}

/** With the beginning of the word that follows and the end of the one before. */
function inItsWords({ 0: found, index, input }: RegExpExecArray): string {
  const end = index + found.length;
  const [before] = /\S*$/u.exec(input.slice(Math.max(0, index - 40), index))!;
  const [after] = /^\S*/u.exec(input.slice(end, end + 40))!;
  return `${before}${found}${after}`;
}

const ADDRESS = /:\/\/|@|www\./;

/** Addresses have a punctuation of their own. */
function withoutAddresses(text: string): string {
  if (!ADDRESS.test(text)) return text;
  return text
    .split(' ')
    .map((word) => (ADDRESS.test(word) ? '@' : word))
    .join(' ');
}

/** Seen in the draft only: the page is set with single spaces. */
export const DOUBLE_SPACES = typingRule('typing.double-space', [DOUBLE_SPACE], true);

export const PUNCTUATION_SPACES = typingRule('typing.punctuation', SPACES, false);

/** `các xã phường thị trấn`: kinds of bodies in a row want commas. */
export const LIST_COMMAS = typingRule(
  'typing.list-comma',
  [
    {
      sign: /(?<!\p{L})(?:xã|huyện|sở|ban|phường|quận) (?:phường|thị trấn|thị xã|thành phố|ban|ngành|huyện)(?!\p{L})/iu,
      message: 'Thiếu dấu phẩy giữa các loại cơ quan, đơn vị',
      remedy: 'Ghi dấu phẩy, ví dụ "xã, phường, thị trấn".',
    },
  ],
  false,
);
