import { hasSecrecyMark } from '../../page/secrecy-marks.ts';
import { partsOf } from './package-parts.ts';
import { everyLine } from './every-line.ts';
import type { WordPackage } from './package.ts';
import { Styles } from './styles.ts';
import { linesOfChunk } from './chunks.ts';
import { parseXml } from './xml.ts';

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

/** Letters that show nothing may stand within the word. */
const marksIn = (lines: string[]): boolean =>
  hasSecrecyMark(lines.join('\n').replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, ''));
