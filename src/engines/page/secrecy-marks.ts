const LEVEL = String.raw`(?:(?:tuyệt|tối)\s+)?mật`;
const word = (pattern: string) => String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`;

const LEVELS = new RegExp(word(LEVEL), 'giu');
/** What stands beside a level in its mark: its label, the urgency, the number of the copy. */
const BESIDE = new RegExp(
  [
    word(String.raw`(?:mức\s+)?độ\s+mật`),
    word(String.raw`khẩn|thượng\s+khẩn|h(?:ỏa|oả)\s+tốc(?:\s+hẹn\s+giờ)?`),
    word(String.raw`(?:tài\s+liệu|văn\s+bản|công\s+văn)(?=\s+${LEVEL}(?!\p{L}))`),
    String.raw`(?<!\p{L})(?:(?:số\s+)?bản(?:\s+số)?|số)[\s:]*\d[\d/]*`,
  ].join('|'),
  'giu',
);
/** Words that the one of the mark ends, here on the next line. */
const ORDINARY = /(?<!\p{L})(?:bảo|bí|cơ|thân|kín|cẩn|nguyên|ong)$/iu;

/** `[Mật] V/v …`, `Công văn (Mật)`. */
const BRACKETED = String.raw`[[(]\s*${LEVEL}\s*[\])]`;
const OPENS_BRACKETED = new RegExp(String.raw`^[^\p{L}\p{N}]*${BRACKETED}`, 'iu');
const ENDS_BRACKETED = new RegExp(String.raw`${BRACKETED}[^\p{L}\p{N}]*$`, 'iu');
/** `Độ mật: A`; where it says that there is none, it is none. */
const LABELLED = /^[^\p{L}\p{N}]*(?:mức\s+)?độ\s+mật\s*[:=](?<level>[^\n]*)$/iu;
const UNCLASSIFIED = /^(?:không(?:\s+mật)?|thường|bình thường|none)?$/iu;
const LONGEST_LEVEL = 20;

/** Columns that stand on one line, and what a dash separates. */
const COLUMNS = /\t|\s{3,}|\|/u;
const DASHED = /\s[-–—]+\s/u;
const BY_ITSELF = new RegExp(String.raw`^[^\p{L}\p{N}]*${LEVEL}[^\p{L}\p{N}]*$`, 'iu');

/** A shorter line is none that goes on in the next. */
const SHORT = 20;
const BEGINS_SMALL = /^[^\p{L}\p{N}]*\p{Ll}/u;
/** `T Ố I  M Ậ T` */
const SPACED = /^\s*(?:\p{L}\s+){2,}\p{L}\s*$/u;

/**
 * Whether a text bears a mark of a state secret. A mark is a line of its own, or stands where the head of a document has
 * it: at the beginning or the end of a line, in brackets, or in capitals behind a dash, or in a column. The same words
 * within a sentence are none.
 */
export function hasSecrecyMark(text: string): boolean {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/).filter((line) => line.trim() !== '');
  return isUpright(lines) || lines.some((line, i) => isMark(line, lines[i - 1] ?? ''));
}

function isMark(line: string, above: string): boolean {
  const text = SPACED.test(line) ? joined(line) : line;
  if (!/mật/iu.test(text)) return false;
  if (ENDS_BRACKETED.test(text)) return true;
  if (goesOn(text, above.trimEnd())) return false;
  return OPENS_BRACKETED.test(text) || isAlone(text) || isLabelled(text) || isInCapitals(text);
}

/** Nothing but levels and what belongs to them. */
function isAlone(line: string): boolean {
  const levels = line.replace(BESIDE, ' ');
  const rest = levels.replace(LEVELS, '');
  return rest !== levels && !/[\p{L}\p{N}]/u.test(rest);
}

function isLabelled(line: string): boolean {
  return line.split(';').some((part) => {
    const level = LABELLED.exec(part)
      ?.groups!['level']!.replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return level !== undefined && level.length <= LONGEST_LEVEL && !UNCLASSIFIED.test(level);
  });
}

function isInCapitals(line: string): boolean {
  const dashed = line.split(DASHED);
  return [...line.split(COLUMNS), dashed[0]!, dashed.at(-1)!].some(
    (part) => part !== line && BY_ITSELF.test(part) && part === part.toLocaleUpperCase('vi'),
  );
}

/** It is the rest of the sentence, or of the word, on the line above. */
function goesOn(line: string, above: string): boolean {
  if (ORDINARY.test(above.slice(-SHORT)) && /^\s*mật/iu.test(line)) return true;
  const isOpen = above.length > SHORT && /\p{Ll}/u.test(above) && !/[.;:!?]/.test(above.at(-1)!);
  return isOpen && BEGINS_SMALL.test(line);
}

/** One letter on each line, from top to bottom. */
function isUpright(lines: string[]): boolean {
  const letters = lines.map((line) => line.trim()).map((line) => (line.length === 1 ? line : '\n'));
  return new RegExp(String.raw`^(?:tuyệt|tối)?mật$`, 'imu').test(letters.join(''));
}

const joined = (line: string) =>
  line
    .trim()
    .split(/\s{2,}/)
    .map((letters) => letters.replace(/\s/g, ''))
    .join(' ');
