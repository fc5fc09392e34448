import { isClassified } from '../../page/secrecy.ts';
import { partsOf } from './package-parts.ts';
import { everyLine } from './every-line.ts';
import type { WordPackage } from './package.ts';
import { Styles } from './styles.ts';
import { linesOfChunk } from './chunks.ts';
import { parseXml } from './xml.ts';

/** Ordinary words that end with the one of the mark, perhaps on the next line. */
const ORDINARY = /(?<!\p{L})(?:bảo|bí|cơ|thân|kín|cẩn|nguyên|ong)\s+mật(?!\p{L})/giu;
/** A mark beside that of urgency, on one line. */
const WITH_URGENCY =
  /^[^\p{L}\p{N}]*(?:(?:tuyệt|tối)\s+)?mật[\s\-–,/.;]+(?:khẩn|thượng khẩn|hỏa tốc|hoả tốc)[^\p{L}\p{N}]*$/imu;
/** One letter on each line, from top to bottom. */
const UPRIGHT = /^\s*m\s*\n\s*ậ\s*\n\s*t\s*$/imu;
const SPACED = /^\s*(?:\p{L}\s+){2,}\p{L}\s*$/u;
/** Parts without words that anybody wrote. */
const WORDLESS = /(?:^|\/)(?:styles|stylesWithEffects|fontTable|webSettings|theme\d*)\.xml$/i;

/** Whether a secrecy mark stands anywhere in the file: header, footnote, box, comment, drawing, property, file inside. */
export function isMarked(file: WordPackage, styles: Styles): boolean {
  if (marksIn(everyLine(file.main, styles))) return true;
  return file.names.some((name) => {
    const bytes = file.bytes(name)!;
    if (/\.(?:docx|docm|dotx|xlsx|xlsm|pptx)$/i.test(name)) return isMarkedInside(bytes);
    const chunk = linesOfChunk(name, bytes);
    if (chunk) return marksIn(chunk);
    if (!/\.xml$/i.test(name) || WORDLESS.test(name) || name === file.mainPath) return false;
    return marksIn(everyLine(parseXml(bytes), styles));
  });
}

/** A document or a sheet that is embedded in the file. */
function isMarkedInside(bytes: Buffer): boolean {
  const styles = new Styles();
  return [...partsOf(bytes)].some(
    ([name, part]) =>
      /\.xml$/i.test(name) && !WORDLESS.test(name) && marksIn(everyLine(parseXml(part), styles)),
  );
}

function marksIn(lines: string[]): boolean {
  const text = lines
    .map((line) => (SPACED.test(line) ? joined(line) : line))
    .join('\n')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(ORDINARY, '');
  return isClassified(undefined, text) || WITH_URGENCY.test(text) || UPRIGHT.test(text);
}

/** `T Ố I  M Ậ T` is TỐI MẬT. */
const joined = (line: string) =>
  line
    .trim()
    .split(/\s{2,}/)
    .map((word) => word.replace(/\s/g, ''))
    .join(' ');
