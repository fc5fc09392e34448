import { lineText, plain } from './plain.ts';

export interface Copies {
  copies: string[];
  /** What stands under the line Lưu: the mark of who typed it. */
  after: string[];
}

const ARCHIVE = /^Lưu\s*[:.]?/iu;
/** A dash, or the number of a list. */
const MARK = /^(?:[-–−+•*]\s*|\d{1,2}[.)]\s+(?=\p{Lu}))/u;

/** The recipients under Nơi nhận: each begins with a dash and ends with a semicolon, over as many lines as it takes. */
export function listed(lines: string[]): Copies {
  const texts = withBracketsClosed(lines.map(plain).filter(Boolean));
  const isDashed = texts.filter((text) => MARK.test(text)).length > 1;
  const items: string[] = [];
  const after: string[] = [];
  let last = '';
  for (const text of texts) {
    const isItem = MARK.test(text) || ARCHIVE.test(text);
    const isArchived = ARCHIVE.test(items.at(-1) ?? '');
    const isEnded = /[;.]$/.test(last);
    const isOpen = last.endsWith(',');
    if (!isItem && isArchived && !isOpen && (isEnded || /\(?\d+\s*b?\)?\.?$/.test(text)))
      after.push(text);
    else {
      const goesOn = !isItem && items.length > 0 && !isEnded && (isDashed || isWrapped(last, text));
      const [first = '', ...more] = apart(text.replace(MARK, ''));
      if (goesOn) items.push(`${items.pop()} ${lineText(first)}`);
      else items.push(lineText(first));
      items.push(...more.map(lineText));
      last = text;
    }
  }
  return { copies: items.map(lineText).filter(Boolean), after };
}

const isWrapped = (last: string, text: string) => last.endsWith(',') || /^\p{Ll}/u.test(text);

/** `(để biết;` and `để chỉ đạo);` below it are one line that was wrapped. */
function withBracketsClosed(texts: string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const isInside = /\([^()]*$/.test(joined.at(-1) ?? '') && /^[^()]*\)/.test(text);
    if (isInside && !MARK.test(text)) joined.push(`${joined.pop()} ${text}`);
    else joined.push(text);
  }
  return joined;
}

/** `Như trên; - Giám đốc (báo cáo);` are two; what stands in brackets is one. */
function apart(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ';' && depth <= 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  const [first, ...more] = parts
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part));
  return first === undefined ? [] : [first, ...more];
}
