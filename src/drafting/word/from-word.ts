import { Dropped, isNote } from './dropped.ts';
import { isMarkerSpan, markerOf, writtenMarker } from './list-marker.ts';
import { classOf, styleOf, type Tree } from './tree.ts';

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

interface Style {
  bold: boolean;
  italic: boolean;
}

const PLAIN: Style = { bold: false, italic: false };
const SKIPPED = /^(head|style|script|title|meta|link|xml|template|noscript|colgroup|col)$/;
const CONTAINERS =
  /^(body|div|section|article|main|html|center|blockquote|header|footer|form|figure|tbody)$/;
const NOTES = /(footnote|endnote)-list/;
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i;

/** Reads what Word (or a browser, or LibreOffice) gives as HTML into the subset that a body has. */
export class WordReader {
  readonly dropped = new Dropped();
  private readonly pieces: Piece[] = [];
  private runs: { text: string; stars: string }[] = [];
  private prefix = '';

  read(tree: Tree): Piece[] {
    this.block(tree, PLAIN, []);
    this.flush();
    return this.pieces;
  }

  /** `lists` are the lists around, each with how many items it had so far. */
  private block(tree: Tree, style: Style, lists: { name: string; count: number }[]): void {
    for (const child of tree.children ?? []) {
      const { name } = child;
      if (CONTAINERS.test(name)) {
        const element = styleOf(child)['mso-element'] ?? '';
        if (NOTES.test(element) || element === 'comment-list') continue;
        this.flush();
        this.dropped.note(child);
        this.block(child, styled(child, style), lists);
        this.flush();
      } else if (/^(p|h[1-6]|dt|dd|pre)$/.test(name)) this.paragraph(child, style, lists);
      else if (/^(ul|ol)$/.test(name)) {
        this.flush();
        const first = Number(child.attributes?.start ?? 1) - 1;
        this.block(child, style, [...lists, { name, count: first }]);
        this.flush();
      } else if (name === 'li') this.item(child, style, lists);
      else if (name === 'table') {
        this.flush();
        this.table(child, style);
      } else this.inline(child, style);
    }
  }

  private paragraph(tree: Tree, style: Style, lists: { name: string; count: number }[]): void {
    const isInItem = this.prefix !== '' && this.runs.length === 0;
    if (!isInItem) this.flush();
    this.dropped.note(tree);
    const level = /^h([1-6])$/.exec(tree.name)?.[1] ?? /MsoHeading([1-9])/.exec(classOf(tree))?.[1];
    const marker = writtenMarker(tree);
    if (marker) this.prefix = `${marker} `;
    else if (level && lists.length === 0)
      this.prefix = `${'#'.repeat(Math.min(Number(level), 4))} `;
    this.block(tree, styled(tree, style), lists);
    this.flush();
  }

  private item(tree: Tree, style: Style, lists: { name: string; count: number }[]): void {
    this.flush();
    // Its mark in the text is counted.
    if (/^(foot|end)note-/.test(tree.attributes?.id ?? '')) return;
    const list = lists.at(-1);
    if (list) list.count += 1;
    const isInner = lists.length > 1;
    if (list?.name === 'ol') {
      this.prefix = isInner ? `${LETTERS[list.count - 1] ?? 'y'}) ` : `${list.count}. `;
    } else this.prefix = `${markerOf('•', isInner)} `;
    this.dropped.note(tree);
    this.block(tree, styled(tree, style), lists);
    this.flush();
  }

  private inline(tree: Tree, style: Style): void {
    const { name, text } = tree;
    if (text !== undefined) return this.say(text, style);
    if (SKIPPED.test(name) || isMarkerSpan(tree) || HIDDEN.test(tree.attributes?.style ?? ''))
      return;
    if (name === 'br') return this.flush();
    if (name === 'img') return this.dropped.place('image');
    if (/^(v|w|wps|svg|object|canvas|iframe|video)(:|$)/.test(name))
      return this.dropped.place('shape');
    if (name === 'del') return this.dropped.place('deletion');
    if (/MsoCommentReference/.test(classOf(tree)) || 'mso-comment-reference' in styleOf(tree)) {
      return this.dropped.place('comment');
    }
    if (isNote(tree) || (name === 'sup' && tree.children?.some(isNote)))
      return this.dropped.place('note');
    this.dropped.note(tree);
    this.block(tree, styled(tree, style), []);
  }

  private table(tree: Tree, style: Style): void {
    const rows = elements(tree, 'tr').map((row) =>
      (row.children ?? [])
        .filter(({ name }) => name === 'td' || name === 'th')
        .map((cell) => this.cell(cell, styled(cell, style))),
    );
    if (rows.some((cells) => cells.length > 0)) this.pieces.push({ rows });
  }

  private cell(cell: Tree, style: Style): string[] {
    const { colspan = '1', rowspan = '1' } = cell.attributes ?? {};
    if (Number(colspan) > 1 || Number(rowspan) > 1) this.dropped.place('merged');
    this.dropped.note(cell);
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

  private say(text: string, { bold, italic }: Style): void {
    const stars = '*'.repeat((bold ? 2 : 0) + (italic ? 1 : 0));
    const last = this.runs.at(-1);
    const said = text.normalize('NFC').replace(/[\s\u00a0]+/g, ' ');
    if (last && (last.stars === stars || !said.trim())) last.text += said;
    else this.runs.push({ text: said, stars });
  }

  /** Ends the block that is being read. */
  private flush(): void {
    const written = this.runs.map(emphasised).join('').replace(/ {2,}/g, ' ').trim();
    const text = written.replace(/^[–—•·●▪] /, '- ');
    if (text) this.pieces.push({ markdown: this.prefix + text });
    if (text || this.runs.length > 0) this.prefix = '';
    this.runs = [];
  }
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy';

export function emphasised({ text, stars }: { text: string; stars: string }): string {
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!;
  return words ? `${before}${stars}${words}${stars}${after}` : text;
}

function styled(tree: Tree, { bold, italic }: Style): Style {
  const style = styleOf(tree);
  const weight = style['font-weight'];
  const isBold = weight ? /^(bold|[6-9]00)/.test(weight) : undefined;
  const isItalic = style['font-style'] ? style['font-style'].startsWith('italic') : undefined;
  return {
    bold: isBold ?? (bold || /^(b|strong|th)$/.test(tree.name)),
    italic: isItalic ?? (italic || /^(i|em|cite)$/.test(tree.name)),
  };
}

function elements(tree: Tree, wanted: string): Tree[] {
  return (tree.children ?? []).flatMap((child) => {
    if (child.name === wanted) return [child];
    return /^(tbody|thead|tfoot)$/.test(child.name) ? elements(child, wanted) : [];
  });
}
