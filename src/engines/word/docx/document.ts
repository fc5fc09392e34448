import { lineOf } from '../emphasis.ts';
import type { Piece } from '../from-word.ts';
import { isUnit } from '../list-marker.ts';
import { isSymbolFont } from '../symbols.ts';
import type { Label, Numbering } from './numbering.ts';
import { isPlaceholder, RunCollector, written, type ReadingState, type Run } from './runs.ts';
import { child, elementsOf, valueOf, type XmlElement } from './xml.ts';

/** Longer than this, what is styled as a heading is a paragraph. */
const LONGEST_HEADING = 250;
const GOES_ON = /^\p{Ll}+[\s\p{Ll},]/u;

/** Reads the blocks of a document, or of a header, into the pieces that a draft is told from. */
export class DocumentReader {
  /** Text of a paragraph whose end is hidden or deleted: it goes on in the next one. */
  private carried: { runs: Run[]; label?: Label }[] = [];

  constructor(
    private readonly reading: ReadingState,
    private readonly numbering: Numbering,
  ) {}

  read(body: XmlElement): Piece[] {
    return this.blocks(body, undefined);
  }

  private blocks(parent: XmlElement, table: string | undefined): Piece[] {
    const { dropped } = this.reading;
    const pieces: Piece[] = [];
    for (const one of elementsOf(parent)) {
      if (one.name === 'w:p') this.paragraph(one, table, pieces);
      else if (one.name === 'w:tbl') {
        const rows = this.table(one);
        if (rows.some((cells) => cells.length > 0)) pieces.push({ rows });
      } else if (one.name === 'w:altChunk') dropped.place('chunk');
      else if (one.name === 'w:del' || one.name === 'w:moveFrom') dropped.place('deletion');
      else if (one.name === 'w:sdt' && isPlaceholder(one)) dropped.place('blank');
      else if (
        /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$|^mc:(?:AlternateContent|Choice)$/.test(
          one.name,
        )
      ) {
        pieces.push(...this.blocks(one, table));
      } else if (one.name === 'm:oMathPara') {
        this.paragraph({ name: 'w:p', attributes: {}, children: [one] }, table, pieces);
      }
    }
    return pieces;
  }

  private paragraph(paragraph: XmlElement, table: string | undefined, pieces: Piece[]): void {
    const { styles } = this.reading;
    const properties = child(paragraph, 'w:pPr');
    const style = valueOf(properties, 'w:pStyle');
    const around = { table, paragraph: style };
    const mark = child(properties, 'w:rPr');
    const collector = new RunCollector(this.reading, around).read(paragraph);
    const { runs } = collector;
    const isDeleted = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
    const isHidden = styles.run(around, mark).hidden;
    const isSaid = runs.some(({ text }) => text.trim());
    if (isDeleted || isHidden) {
      const label = isSaid && !isDeleted ? this.numbering.next(properties) : undefined;
      if (isSaid) this.carried.push({ runs, label });
    } else {
      const label = this.numbering.next(properties);
      const before = this.carried.splice(0);
      const all = written([...before.flatMap((one) => one.runs), ...runs], this.reading);
      const prefix = this.prefix(before[0]?.label ?? label, style, mark);
      pieces.push(...this.pieces(all, prefix, properties));
    }
    for (const box of collector.boxes) {
      pieces.push(...this.numbering.apart(() => this.blocks(box, undefined)));
    }
  }

  private pieces(runs: Run[], prefix: string, properties: XmlElement | undefined): Piece[] {
    const lines = softLines(runs).map(lineOf).filter(Boolean);
    if (lines.length === 0) return /^[-+]?\s*$/.test(prefix) ? [] : [{ markdown: prefix.trim() }];
    const level = this.headingLevel(properties, prefix, lines);
    const look = this.look(properties);
    return lines.map((line, i) => {
      const mark = i === 0 && level ? `${'#'.repeat(level)} ` : '';
      return {
        markdown: mark + (prefix && i === 0 ? numbered(prefix, line) : bulleted(line)),
        look,
      };
    });
  }

  /** What is numbered has its number for a mark, unless it is a unit that is centred. */
  private headingLevel(
    properties: XmlElement | undefined,
    prefix: string,
    lines: string[],
  ): number {
    const { styles } = this.reading;
    const outline =
      child(properties, 'w:outlineLvl') ??
      styles.paragraph(valueOf(properties, 'w:pStyle'), 'w:outlineLvl');
    const level = Number(outline?.attributes['w:val'] ?? 9);
    if (!(level >= 0 && level < 9) || (prefix && !isUnit(prefix))) return 0;
    return lines.join(' ').length > LONGEST_HEADING ? 0 : Math.min(level + 1, 4);
  }

  private look(properties: XmlElement | undefined) {
    const { styles } = this.reading;
    const style = valueOf(properties, 'w:pStyle');
    const of = (name: string) =>
      (child(properties, name) ?? styles.paragraph(style, name))?.attributes ?? {};
    const indent = of('w:ind');
    const number = (name: string) => Number(indent[`w:${name}`] ?? 0) || 0;
    return {
      isCentred: of('w:jc')['w:val'] === 'center',
      indent: number('left') + number('start') + number('firstLine') - number('hanging'),
    };
  }

  private prefix(label: Label | undefined, style: string | undefined, mark?: XmlElement): string {
    if (!label) return '';
    const { styles, dropped } = this.reading;
    const look = styles.run({ paragraph: style }, mark, label.run);
    if (look.hidden) return '';
    if (label.unknownFormat) dropped.place('format');
    const font = look.hAnsi ?? look.ascii;
    if (label.isBullet) return `${bulletOf(isSymbolFont(font) ? '•' : label.text, label.level)} `;
    const run = { text: label.text, bold: false, italic: false, capitals: look.capitals, font };
    const text = written([run], this.reading)[0]!.text.trimStart();
    return label.suffix === 'nothing' ? text : `${text.trimEnd()} `;
  }

  private table(table: XmlElement): string[][][] {
    const style = valueOf(child(table, 'w:tblPr'), 'w:tblStyle');
    return within(table, 'w:tr').flatMap((row) => {
      const properties = child(row, 'w:trPr');
      if (child(properties, 'w:del')) {
        this.reading.dropped.place('deletion');
        return [];
      }
      const before = empty(valueOf(properties, 'w:gridBefore'));
      return [[...before, ...within(row, 'w:tc').flatMap((cell) => this.cell(cell, style))]];
    });
  }

  /** The lines of a cell, and an empty cell for each more column that it spans. */
  private cell(cell: XmlElement, style: string | undefined): string[][] {
    const { dropped } = this.reading;
    const properties = child(cell, 'w:tcPr');
    const span = Number(valueOf(properties, 'w:gridSpan') ?? 1);
    const isMerged = child(properties, 'w:vMerge') ?? child(properties, 'w:hMerge');
    if (span > 1 || isMerged?.attributes['w:val'] === 'restart') dropped.place('merged');
    const lines = this.blocks(cell, style).flatMap((piece) => {
      if ('markdown' in piece) return piece.markdown;
      dropped.place('nested');
      return piece.rows.flat(2);
    });
    return [lines, ...empty(String(span - 1))];
  }
}

const MOST_COLUMNS = 63; // of Word
const empty = (count = '0'): string[][] =>
  Array.from({ length: Math.max(0, Math.min(Number(count) || 0, MOST_COLUMNS)) }, () => []);

/** Rows of a table or cells of a row, also those in controls and in tracked changes. */
function within(parent: XmlElement, wanted: string): XmlElement[] {
  return elementsOf(parent).flatMap((one) => {
    if (one.name === wanted) return [one];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(one.name) ? within(one, wanted) : [];
  });
}

/** The lines that soft breaks make; one that breaks a sentence is only a wrapped line. */
function softLines(runs: Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [i, text] of run.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)!.push({ ...run, text });
    }
  }
  const textOf = (line: Run[]) =>
    line
      .map(({ text }) => text)
      .join('')
      .trim();
  return lines.reduce<Run[][]>((kept, line) => {
    const last = kept.at(-1);
    if (!last || !GOES_ON.test(textOf(line)) || /(?:^|[.;:])$/.test(textOf(last)))
      return [...kept, line];
    last.push({ ...line[0]!, text: ' ' }, ...line);
    return kept;
  }, []);
}

/** A number that ends with a point is apart from its text, also where the file says "nothing" of the space between. */
const numbered = (number: string, line: string): string =>
  number + (/[.):]$/.test(number) && /^[\p{L}\p{N}*“"(]/u.test(line) ? ' ' : '') + line;

/** A mark that was typed, as the body has it. */
const bulleted = (line: string): string =>
  line.replace(/^[–—•·●▪‒−-][ \t]+/, '- ').replace(/^(\+|\(?[\p{L}\d.]{1,8}[.)])\t\s*/u, '$1 ');

const bulletOf = (text: string, level: number): string => {
  if (/^[-–—−]/.test(text)) return '-';
  return text.startsWith('+') || level > 0 ? '+' : '-';
};
