import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import './array-buffer-transfer.ts';
import { Pen, type ShownGlyph } from './pen.ts';
import type { PrintedFile, PrintedFont } from './printed-file.ts';

type Matrix = [number, number, number, number, number, number];

/** Broken, locked, or no PDF at all. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** Every character and path that any PDF draws, with place, size, font and colour. */
export async function readPdf(pdf: Uint8Array): Promise<PrintedFile> {
  const { OPS } = await getResolvedPDFJS();
  const file: PrintedFile = { pages: [], glyphs: [], paths: [] };
  // pdf.js takes the buffer away from whoever hands it over.
  const document = await getDocumentProxy(new Uint8Array(pdf), {
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
  }).catch((cause: unknown) => {
    throw new UnreadableFile('Not a PDF, or locked', { cause });
  });
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [left, lower, right, upper] = page.view as [number, number, number, number];
      const turned = page.rotate % 180 !== 0;
      const [width, height] = [right - left, upper - lower];
      file.pages.push(turned ? { width: height, height: width } : { width, height });
      const { fnArray, argsArray } = await page.getOperatorList();
      const fonts = new Map<string, PrintedFont>();
      const fontNamed = (name: string) => {
        const font = fonts.get(name) ?? fontOf(page.commonObjs.get(name) as FontObject);
        fonts.set(name, font);
        return font;
      };
      const pen = new Pen(file, number, { x: left, y: upper }, fontNamed);
      fnArray.forEach((operator, i) => draw(pen, OPS, operator, (argsArray[i] ?? []) as unknown[]));
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return file;
}

interface FontObject {
  name?: string;
  bold?: boolean;
  italic?: boolean;
  missingFile?: boolean;
}

function fontOf({ name = '', bold, italic, missingFile }: FontObject): PrintedFont {
  return {
    name: name.replace(/^[A-Z]{6}\+/, ''),
    bold: bold === true || /bold|black|heavy/i.test(name),
    italic: italic === true || /italic|oblique/i.test(name),
    embedded: missingFile !== true,
  };
}

function draw(pen: Pen, ops: Record<string, number>, operator: number, args: unknown[]): void {
  const numbers = () => args.flatMap((arg) => [...(arg as number[])]) as unknown as Matrix;
  const [first, second] = args as [number, number];
  switch (operator) {
    case ops['save']:
      return pen.save();
    case ops['restore']:
    case ops['paintFormXObjectEnd']:
      return pen.restore();
    case ops['transform']:
      return pen.transform(args as Matrix);
    case ops['paintFormXObjectBegin']:
      return pen.enterForm(args[0] as Matrix | null);
    case ops['beginAnnotation']:
      return pen.enterAnnotation(args[2] as Matrix, args[3] as Matrix);
    case ops['endAnnotation']:
      return pen.leaveAnnotation();
    case ops['beginText']:
      return pen.setTextMatrix([1, 0, 0, 1, 0, 0]);
    case ops['setTextMatrix']:
      return pen.setTextMatrix(typeof first === 'number' ? (args as Matrix) : numbers());
    case ops['moveText']:
      return pen.moveText(first, second);
    case ops['setLeadingMoveText']:
      pen.set({ leading: -second });
      return pen.moveText(first, second);
    case ops['nextLine']:
      return pen.nextLine();
    case ops['setFont']:
      return pen.setFont(args[0] as string, second);
    case ops['setCharSpacing']:
      return pen.set({ characterSpacing: first });
    case ops['setWordSpacing']:
      return pen.set({ wordSpacing: first });
    case ops['setHScale']:
      return pen.set({ stretch: first / 100 });
    case ops['setLeading']:
      return pen.set({ leading: first });
    case ops['setTextRise']:
      return pen.set({ rise: first });
    case ops['setFillRGBColor']:
      return pen.set({ colour: colourOf(args) });
    case ops['showText']:
      return pen.show(args[0] as (ShownGlyph | number)[]);
    case ops['constructPath']:
      if (args[2]) pen.path(args[2] as ArrayLike<number>);
  }
}

function colourOf([first, ...rest]: unknown[]): string {
  if (typeof first === 'string') return first;
  const parts = [first, ...rest] as number[];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
