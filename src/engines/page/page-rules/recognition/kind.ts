import { squeezed } from '../../squeezed.ts';
import type { Glyph, PrintedBox, PrintedFile } from '../reading/printed-file.ts';
import { isNation } from './letterhead.ts';
import { joined, type Row } from './rows.ts';

/** Why nothing of a file is judged. */
export type NotJudged =
  'empty' | 'scan' | 'scan-with-text' | 'illegible' | 'old-font' | 'party' | 'legal' | 'unknown';

const FEW = 40;
/** Fonts of TCVN3 and VNI: their letters are others than those that they show. */
const OLD_FONT = /^(?:\.?vn(?!i-)[a-z]|vni-)/i;
const PARTY = /^(?:đảngcộngsảnviệtnam|số:?\d*-[a-zđ]{2,4}\/[a-zđ-]{2,})/u;
/** Legal documents bear the year between number and symbol, and have a decree of their own. */
const LEGAL = /^số:?\d*\/\d{4}\/(?:nđ-cp|tt|ttlt|nq|qđ-ttg|qđ|l-ctn|qh\d|ubtvqh)/u;

const covers = ({ x, right, top, bottom }: PrintedBox, page: { width: number; height: number }) =>
  (right - x) * (bottom - top) > 0.6 * page.width * page.height;

/** A page that is one picture, with or without words recognised under it. */
export function isScanned(file: PrintedFile, number: number): boolean {
  const page = file.pages[number - 1]!;
  return file.pictures.some((box) => box.page === number && covers(box, page));
}

/** What keeps the letters of a file from being read. */
export function illegible(file: PrintedFile, glyphs: Glyph[]): NotJudged | undefined {
  const letters = glyphs.filter(({ character }) => /\p{L}/u.test(character));
  if (glyphs.length < FEW) {
    return file.pictures.length > 0 || file.paths.length > FEW * 10 ? 'scan' : 'empty';
  }
  const old = letters.filter(({ font }) => OLD_FONT.test(font.name));
  if (old.length > letters.length / 4) return 'old-font';
  const strange = glyphs.filter(({ character }) => /^[\p{Co}\p{Cc}\p{Cn}\ufffd]/u.test(character));
  if (strange.length > glyphs.length / 5 || letters.length < FEW / 2) return 'illegible';
  return undefined;
}

/** What the words at the head of page 1 and above the signature say that it is; `undefined` for a dispatch. */
export function otherKind(rows: Row[], height: number): NotJudged | undefined {
  const head = rows.filter(({ page, y }) => page === 1 && y < height / 2);
  const parts = head.flatMap((row) => [joined(row.parts), ...row.parts]);
  const texts = parts.map(({ text }) => squeezed(text));
  const isOffice = parts.some(isNation);
  if (!isOffice && texts.some((text) => PARTY.test(text))) return 'party';
  if (texts.some((text) => LEGAL.test(text))) return 'legal';
  const all = rows.map(({ parts: each }) => joined(each).text);
  if (isOffice) return undefined;
  const signs = [
    /^số\s*:.*\//iu,
    /độc lập\s*[-–]\s*tự do/iu,
    /^(kính gửi|kính trình)\s*:/iu,
    /^nơi nhận\s*:/iu,
  ];
  const seen = signs.filter((sign) => all.some((text) => sign.test(text)));
  return seen.length >= 2 ? undefined : 'unknown';
}
