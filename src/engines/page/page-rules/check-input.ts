import type { Fault, LayoutRule } from '../finding.ts';
import type { ComponentKind } from './component-forms.ts';
import type { Located } from './finder.ts';
import { isSpace, linesOf, type PrintedFile, type PrintedLine } from './reading/printed-file.ts';

/** What is known of a dispatch beside where its components stand. */
export interface Circumstances {
  /** White is kept for a number, or a date, that is filled in later. */
  numberIsOpen: boolean;
  dateIsOpen: boolean;
  isSignedJointly: boolean;
  /** `XEM XONG TRẢ LẠI`, which stands in the top margin. */
  circulation?: string;
  /** Set and drawn by hand, so that lengths are near what was meant; our renderer is exact. */
  isHandmade?: boolean;
  /** Lines that are no part of the dispatch (headers, stamps, tables) are not judged. */
  isRecognisedOnly?: boolean;
  /** Left edge of the text, where it is known from elsewhere. */
  textLeft?: number;
  /** Pages of which it is not known what number they bear. */
  unnumbered?: ReadonlySet<number>;
}

export interface PageFault extends Fault {
  /** Where its place alone does not say so. */
  page?: number;
}

export type PageRule = LayoutRule<CheckInput, PageFault>;

/** The page number and the foot of a page stand at most so far from its edge. */
const EDGE = 57;

/** All that a rule may look at: the page as it is printed, and what was recognised on it. */
export class CheckInput {
  /** Everything but page numbers and what annotations draw. */
  readonly lines: PrintedLine[];
  readonly pageNumbers: PrintedLine[];

  constructor(
    readonly file: PrintedFile,
    readonly components: Located[],
    readonly circumstances: Circumstances,
  ) {
    const all = linesOf(file.glyphs.filter((glyph) => !glyph.annotation));
    this.pageNumbers = all.filter((line) => isPageNumber(file, line));
    this.lines = circumstances.isRecognisedOnly
      ? components.flatMap(({ lines }) => lines)
      : all.filter((line) => !isPageNumber(file, line));
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
    if (this.circumstances.textLeft !== undefined) return this.circumstances.textLeft;
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
}

export function isPageNumber(file: PrintedFile, line: PrintedLine): boolean {
  const height = file.pages[line.page - 1]!.height;
  const atEdge = line.y < EDGE || line.y > height - EDGE;
  const isNumber = /^(?:trang\s*)?[-–]?\s*\d{1,3}\s*(?:[-–]|\/\s*\d{1,3})?$/iu.test(line.text);
  return atEdge && isNumber && !line.glyphs.every(isSpace);
}
