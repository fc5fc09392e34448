import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import './array-buffer-transfer.ts';
import { draw } from './draw.ts';
import { sizeDrawnLetters } from './drawn-letters.ts';
import { type Matrix, TextTracer } from './text-tracer.ts';
import type { PrintedFile, PrintedFont } from './printed-file.ts';

/** Why a file was not read. */
export type Unreadable = 'broken' | 'locked' | 'too-many-pages';

/** Broken, locked, too long, or no PDF at all. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(
    readonly why: Unreadable,
    options?: ErrorOptions,
  ) {
    super(`The PDF is ${why}`, options);
  }
}

/** Pixels of a picture that is looked at: the pages of a scan have more, and nothing of them is read. */
const MOST_PIXELS = 1_000_000;

/** Every character and path that any PDF draws, with place, size, font and colour. Throws `UnreadableFile`. */
export async function readPdf(pdf: Uint8Array, mostPages = Infinity): Promise<PrintedFile> {
  const { OPS } = await getResolvedPDFJS();
  const file: PrintedFile = { pages: [], glyphs: [], paths: [], pictures: [] };
  // pdf.js takes the buffer away from whoever hands it over.
  const document = await getDocumentProxy(new Uint8Array(pdf), {
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    maxImageSize: MOST_PIXELS,
  }).catch((cause: Error) => {
    throw new UnreadableFile(cause.name === 'PasswordException' ? 'locked' : 'broken', { cause });
  });
  try {
    if (document.numPages > mostPages) throw new UnreadableFile('too-many-pages');
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { turn, width, height, origin } = placing(page.view, page.rotate);
      file.pages.push({ width, height });
      const { fnArray, argsArray } = await page.getOperatorList();
      const fonts = new Map<string, PrintedFont>();
      const fontNamed = (name: string) => {
        const font = fonts.get(name) ?? fontOf(page.commonObjs.get(name) as FontObject);
        fonts.set(name, font);
        return font;
      };
      const tracer = new TextTracer(file, number, origin, fontNamed, turn);
      fnArray.forEach((operator, i) =>
        draw(tracer, OPS, operator, (argsArray[i] ?? []) as unknown[]),
      );
      page.cleanup();
    }
  } catch (cause) {
    throw cause instanceof UnreadableFile ? cause : new UnreadableFile('broken', { cause });
  } finally {
    await document.loadingTask.destroy();
  }
  sizeDrawnLetters(file.glyphs);
  return file;
}

/** The page as it is shown: scanners and wide tables turn it. */
function placing(view: number[], rotate: number) {
  const [left, lower, right, upper] = view as [number, number, number, number];
  const [width, height] = [right - left, upper - lower];
  const turned = { width: height, height: width, origin: { x: 0, y: width } };
  const turns: Record<number, Matrix> = {
    90: [0, -1, 1, 0, -lower, right],
    180: [-1, 0, 0, -1, right, upper],
    270: [0, 1, -1, 0, upper, -left],
  };
  const turn = turns[((rotate % 360) + 360) % 360];
  if (!turn) return { width, height, origin: { x: left, y: upper } };
  return rotate % 180 === 0
    ? { turn, width, height, origin: { x: 0, y: height } }
    : { turn, ...turned };
}

interface FontObject {
  name?: string;
  bold?: boolean;
  italic?: boolean;
  missingFile?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
}

/** Programs that print into a file often leave nothing of a name. */
const NAMELESS = /^(?:|[a-z]{0,3}\d+(?:[_.]\d+)?|(?:cid|type3)?font.{0,6})$/i;

function fontOf(font: FontObject): PrintedFont {
  const { name: full = '', bold, italic, missingFile, isType3Font, fontMatrix } = font;
  const name = full.replace(/^[A-Z]{6}\+/, '');
  return {
    name,
    bold: bold === true || /bold|black|heavy/i.test(name),
    italic: italic === true || /italic|oblique/i.test(name),
    embedded: missingFile !== true,
    isNamed: !isType3Font && !NAMELESS.test(name),
    isDrawn: isType3Font === true,
    isSized: !isType3Font,
    unit: isType3Font && fontMatrix ? fontMatrix[0]! : 0.001,
  };
}
