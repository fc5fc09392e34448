import type { OfficialDocument } from '../official-document.ts';
import type { ComponentKind } from './component-forms.ts';
import type { Located } from './finder.ts';
import { locate } from './locate.ts';
import { isSpace, linesOf, type PrintedFile, type PrintedLine } from './reading/printed-file.ts';
import { type WrittenText, writtenTexts } from './written-texts.ts';

export interface CheckContext {
  /** Abbreviation of the office in symbols: `STTTT`. */
  officeCode?: string;
}

/** The page number and the foot of a page stand at most so far from its edge. */
const EDGE = 57;

/** All that a rule may look at: the draft as written and as it should print, and the page as it is printed. */
export class Sheet {
  /** Everything but page numbers and what annotations draw. */
  readonly lines: PrintedLine[];
  readonly pageNumbers: PrintedLine[];
  readonly components: Located[];
  /** What the drafter wrote, as it prints. */
  readonly texts: WrittenText[];

  constructor(
    readonly draft: OfficialDocument,
    readonly document: OfficialDocument,
    readonly file: PrintedFile,
    readonly context: CheckContext,
  ) {
    const glyphs = file.glyphs.filter((glyph) => !glyph.annotation);
    const all = linesOf(glyphs);
    this.pageNumbers = all.filter((line) => this.isPageNumber(line));
    this.lines = all.filter((line) => !this.isPageNumber(line));
    const numbers = new Set(this.pageNumbers.flatMap((line) => line.glyphs));
    const words = file.glyphs.filter((glyph) => !numbers.has(glyph));
    const middle = (file.pages[0]?.width ?? 0) / 2;
    this.texts = writtenTexts(document);
    this.components = locate(document, words, middle);
  }

  /** The components of a kind that are printed. */
  printed(kind: ComponentKind): Located[] {
    return this.components.filter((part) => part.kind === kind && part.lines.length > 0);
  }

  one(kind: ComponentKind): PrintedLine[] | undefined {
    return this.printed(kind)[0]?.lines;
  }

  /** Left edge of the running text: that of its wrapped lines. */
  get textLeft(): number | undefined {
    const wrapped = this.wrappedLines.map((line) => line.x);
    return wrapped.length > 0 ? Math.min(...wrapped) : this.one('recipients-heading')?.[0]?.x;
  }

  /** Lines of running text after the first of their paragraph. */
  get wrappedLines(): PrintedLine[] {
    return this.printed('text').flatMap(({ lines }) => lines.slice(1));
  }

  /** Lines of running text that go on in a next one, with spaces that can be stretched. */
  get filledLines(): PrintedLine[] {
    return this.printed('text')
      .flatMap(({ lines }) => lines.slice(0, -1))
      .filter(({ text }) => text.split(' ').length > 3);
  }

  private isPageNumber(line: PrintedLine): boolean {
    const height = this.file.pages[line.page - 1]!.height;
    const atEdge = line.y < EDGE || line.y > height - EDGE;
    return atEdge && /^[-–]?\s*\d{1,3}\s*[-–]?$/.test(line.text) && !line.glyphs.every(isSpace);
  }
}
