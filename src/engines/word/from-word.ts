import { Dropped, isNote, isNoteText } from './dropped.ts';
import { lineOf } from './emphasis.ts';
import { legible, noOldFonts, tellFonts } from './legible.ts';
import {
  isMarkerSpan,
  isUnit,
  itemMarker,
  listOf,
  markerOf,
  markerSpan,
  type ListAround,
} from './list-marker.ts';
import { OnlineLists } from './online-lists.ts';
import { PLAIN, styled, type RunStyle } from './run-style.ts';
import { StyleSheet } from './style-sheet.ts';
import { readSymbols } from './symbols.ts';
import { classOf, elements, headingLevel, type Tree } from './tree.ts';

/** One block of a page; a table's cells are the lines that stand in them. */
export type Piece = Paragraph | { rows: string[][][] };

export interface Paragraph {
  markdown: string;
  look?: Look;
}

/** Where a paragraph stands on its line; `indent` in twips. */
export interface Look {
  isCentred: boolean;
  indent: number;
}

interface Run extends RunStyle {
  text: string;
  capitals: boolean;
  /** It stood in a font of signs. */
  isSign?: boolean;
}

const SKIPPED = /^(head|style|script|title|meta|link|xml|template|noscript|colgroup|col)$/;
const CONTAINERS =
  /^(body|div|section|article|main|html|center|blockquote|header|footer|form|figure|tbody)$/;

/** Reads what Word (or a browser, or LibreOffice) gives as HTML into the subset that a body has. */
export class WordReader {
  readonly dropped = new Dropped();
  private readonly fonts = noOldFonts();
  private readonly sheet: StyleSheet;
  private readonly onlineLists = new OnlineLists();
  private readonly pieces: Piece[] = [];
  private runs: Run[] = [];
  private prefix = '';
  private hides = false;

  /** `css` is what the page's style elements say. */
  constructor(css = '') {
    this.sheet = new StyleSheet(css);
  }

  read(tree: Tree): Piece[] {
    this.block(tree, this.inside(tree, PLAIN), []);
    this.flush();
    tellFonts(this.fonts, this.dropped);
    return this.pieces;
  }

  private inside(tree: Tree, outer: RunStyle): RunStyle {
    return styled(tree, this.sheet.of(tree), outer);
  }

  /** Counts what is not kept of an element that is seen. */
  private note(tree: Tree, { hidden }: RunStyle): void {
    if (!hidden) this.dropped.note(tree);
  }

  /** `lists` are those around, the innermost last. */
  private block(tree: Tree, style: RunStyle, lists: ListAround[]): void {
    for (const child of tree.children ?? []) {
      const { name } = child;
      if (CONTAINERS.test(name)) {
        if (isNoteText(child)) continue;
        this.flush();
        const inner = this.inside(child, style);
        this.note(child, inner);
        this.block(child, inner, lists);
        this.flush();
      } else if (/^(p|h[1-6]|dt|dd|pre)$/.test(name)) this.paragraph(child, style, lists);
      else if (/^(ul|ol)$/.test(name)) {
        this.flush();
        this.block(child, this.inside(child, style), [
          ...lists,
          listOf(child, this.sheet.of(child)),
        ]);
        this.flush();
      } else if (name === 'li') this.item(child, style, lists);
      else if (name === 'table') {
        this.flush();
        this.table(child, style);
      } else this.inline(child, style);
    }
  }

  private paragraph(tree: Tree, outer: RunStyle, lists: ListAround[]): void {
    const isInItem = this.prefix !== '' && this.runs.length === 0;
    if (!isInItem) this.flush();
    const style = this.inside(tree, outer);
    this.note(tree, style);
    const level = headingLevel(tree);
    const marker = this.writtenMarker(tree, style);
    if (marker) this.prefix = `${marker} `;
    if (level && (marker ? isUnit(marker) : lists.length === 0)) {
      this.prefix = `${'#'.repeat(Math.min(level, 4))} ${marker ? this.prefix : ''}`;
    }
    const before = this.pieces.length;
    this.block(tree, style, lists);
    this.flush();
    // A number may stand alone, as in the first column of a table.
    if (marker && !/^[-+]$/.test(marker) && this.pieces.length === before) {
      this.pieces.push({ markdown: marker });
      this.prefix = '';
    }
  }

  /** The number or bullet that Word wrote out before an item, or nothing. */
  private writtenMarker(paragraph: Tree, style: RunStyle): string | undefined {
    const list = this.sheet.of(paragraph)['mso-list'] ?? '';
    const span = markerSpan(paragraph);
    if (!span || /^\s*none/i.test(list)) return undefined;
    const outside = { runs: this.runs, hides: this.hides };
    this.runs = [];
    this.marker(paragraph, span, style);
    const { runs } = this;
    Object.assign(this, outside);
    const isSymbol = runs.some(({ isSign }) => isSign);
    const text = legible(runs, this.fonts)
      .map((run) => run.text)
      .join('');
    return markerOf(isSymbol ? '•' : text, /level([2-9])/.test(list)) || undefined;
  }

  /** Says what stands in the span of the marker, in the look of the elements around it. */
  private marker(tree: Tree, span: Tree | undefined, style: RunStyle): void {
    for (const child of tree.children ?? []) {
      if (child.text !== undefined && !span) this.say(child.text, style);
      else if (child === span) this.marker(child, undefined, this.inside(child, style));
      else if (!span || markerSpan(child) === span) {
        this.marker(child, span, this.inside(child, style));
      }
    }
  }

  private item(tree: Tree, outer: RunStyle, lists: ListAround[]): void {
    this.flush();
    if (isNoteText(tree)) return;
    const style = this.inside(tree, outer);
    const list = lists.at(-1);
    if (list) list.count = Number.parseInt(tree.attributes?.value ?? '', 10) || list.count + 1;
    const format = this.sheet.of(tree)['list-style-type'] ?? list?.format;
    const online = this.onlineLists.marker(tree, list, format, this.fonts);
    this.prefix = `${online ?? itemMarker(list, lists.length > 1, format)} `;
    this.note(tree, style);
    this.block(tree, style, lists);
    this.flush();
  }

  private inline(tree: Tree, outer: RunStyle): void {
    const { name, text } = tree;
    if (text !== undefined) return this.say(text, outer);
    if (SKIPPED.test(name) || isMarkerSpan(tree)) return;
    const style = this.inside(tree, outer);
    if (style.hidden) return this.block(tree, style, []);
    if (name === 'br') return this.flush();
    if (name === 'img') return this.dropped.place('image');
    if (/^(v|w|wps|svg|object|canvas|iframe|video)(:|$)/.test(name))
      return this.dropped.place('shape');
    if (name === 'del' || /TrackChange\w*Deletion/.test(classOf(tree)))
      return this.dropped.place('deletion');
    if (classOf(tree).includes('MsoCommentReference')) return this.dropped.place('comment');
    if (name === 'remark') return this.dropped.place('comment');
    if (name === 'ins') this.dropped.place('insertion');
    if (name === 'sdfield') this.field(tree);
    if (isNote(tree) || (name === 'sup' && tree.children?.some(isNote)))
      return this.dropped.place('note');
    this.note(tree, style);
    this.block(tree, style, []);
  }

  /** A field of LibreOffice; what it shows is kept. */
  private field({ attributes = {} }: Tree): void {
    if (/^DATETIME$/i.test(attributes.type ?? '') && !('sdfixed' in attributes)) {
      this.dropped.place('moment');
    } else if (/^PAGE$/i.test(attributes.type ?? '')) this.dropped.place('page');
  }

  private table(tree: Tree, outer: RunStyle): void {
    const style = this.inside(tree, outer);
    const rows = elements(tree, 'tr').flatMap((row) => {
      const inRow = this.inside(row, style);
      const cells = (row.children ?? [])
        .filter(({ name }) => name === 'td' || name === 'th')
        .map((cell) => this.cell(cell, this.inside(cell, inRow)));
      return inRow.hidden && !cells.flat().some(Boolean) ? [] : [cells];
    });
    if (
      rows.flat(2).some((line) => line !== '') ||
      (rows.some((cells) => cells.length) && !style.hidden)
    )
      this.pieces.push({ rows });
  }

  private cell(cell: Tree, style: RunStyle): string[] {
    const { colspan = '1', rowspan = '1' } = cell.attributes ?? {};
    if (!style.hidden && (Number(colspan) > 1 || Number(rowspan) > 1)) this.dropped.place('merged');
    this.note(cell, style);
    const outside = this.pieces.splice(0);
    this.block(cell, style, []);
    this.flush();
    const inside = this.pieces.splice(0);
    this.pieces.push(...outside);
    return inside.flatMap((piece) => {
      if ('markdown' in piece) return piece.markdown;
      this.dropped.place('nested');
      return piece.rows.flat(2);
    });
  }

  private say(text: string, style: RunStyle): void {
    if (style.hidden) {
      this.hides ||= text.trim() !== '';
      return;
    }
    const capitals = style.upper || style.small;
    const said = text.replace(/[\s\u00a0]+/g, ' ');
    for (const read of readSymbols(said, style.font)) {
      if (read.text === undefined) this.dropped.place('symbol');
      this.runs.push({ ...style, ...read, text: read.text ?? ' ', capitals });
    }
  }

  /** Ends the block that is being read. */
  private flush(): void {
    const text = lineOf(legible(this.runs, this.fonts)).replace(/^[–—•·●▪] /, '- ');
    if (text) this.pieces.push({ markdown: this.prefix + text });
    if (text || this.runs.length > 0) this.prefix = '';
    this.runs = [];
    if (this.hides) this.dropped.place('hidden');
    this.hides = false;
  }
}
