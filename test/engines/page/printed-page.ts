import { run } from './outside-tool.ts';

export const MM = 72 / 25.4;

/** Of the word SIGN that mutool itself draws on an empty signature field. */
const VIEWER_FONT = 'NimbusSans-Regular';

export interface PrintedRun {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** One line of print as mutool sees it; points, `y` downwards. */
export interface PrintedLine {
  page: number;
  text: string;
  x: number;
  right: number;
  baseline: number;
  size: number;
  runs: PrintedRun[];
  colour: string;
  /** Tag of the marked content around it. */
  tag: string;
}

export interface PrintedPath {
  page: number;
  points: [number, number][];
  colour: string;
}

export interface PrintedFile {
  pages: { width: number; height: number }[];
  lines: PrintedLine[];
  paths: PrintedPath[];
}

/** Everything a file draws, in the order of its content, read by mutool. */
export function readPrinted(path: string): PrintedFile {
  const file: PrintedFile = { pages: [], lines: [], paths: [] };
  let tag = '';
  let colour = '';
  let drawing: PrintedPath | undefined;
  let span: { size: number; bold: boolean; italic: boolean } | undefined;
  for (const line of run('mutool', 'draw', '-q', '-F', 'trace', path).split('\n')) {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1] ?? '';
    const page = file.pages.length;
    if (line.startsWith('<page ')) {
      const [, , width, height] = value('mediabox').split(' ').map(Number);
      file.pages.push({ width: width!, height: height! });
    } else if (line.startsWith('<layer ')) {
      tag = value('name');
      file.lines.push(emptyLine(page));
    } else if (line.startsWith('<end_layer')) tag = '';
    else if (line.startsWith('<fill_text ')) colour = value('color');
    else if (line.startsWith('<stroke_path ')) {
      drawing = { page, points: [], colour: value('color') };
      file.paths.push(drawing);
    } else if (/^\s+<(move|line)to /.test(line)) {
      drawing?.points.push([Number(value('x')), Number(value('y'))]);
    } else if (/^\s+<span /.test(line)) {
      const font = value('font');
      span =
        font === VIEWER_FONT
          ? undefined
          : {
              size: Number(value('trm').split(' ')[0]),
              bold: font.includes('Bold'),
              italic: font.includes('Italic'),
            };
    } else if (/^\s+<g /.test(line) && span) {
      addGlyph(file.lines, { ...span, page, colour, tag }, value);
    }
  }
  file.lines = file.lines.filter(({ text }) => text !== '');
  for (const line of file.lines) trimEnd(line);
  return file;
}

/** Keeps the lines of two marked contents apart, table cells above all. */
function emptyLine(page: number): PrintedLine {
  const nowhere = { x: NaN, right: NaN, baseline: NaN, size: NaN };
  return { page, text: '', ...nowhere, runs: [], colour: '', tag: '' };
}

function addGlyph(
  lines: PrintedLine[],
  span: { size: number; bold: boolean; italic: boolean; page: number; colour: string; tag: string },
  value: (name: string) => string,
): void {
  const { size, bold, italic, page, colour, tag } = span;
  const text = decoded(value('unicode'));
  const x = Number(value('x'));
  const baseline = Number(value('y'));
  const right = x + Number(value('adv')) * size;
  let line = lines.at(-1);
  const joins =
    line?.page === page &&
    line.tag === tag &&
    Math.abs(line.baseline - baseline) < 0.01 &&
    x - line.right > -0.5 &&
    x - line.right < size * 1.5;
  if (!line || !joins) {
    line = { page, text: '', x, right, baseline, size, runs: [], colour, tag };
    lines.push(line);
  }
  const run = line.runs.at(-1);
  if (run?.bold === bold && run.italic === italic) run.text += text;
  else line.runs.push({ text, bold, italic });
  line.text += text;
  line.right = right;
  line.size = Math.max(line.size, size);
}

/** The space that ends a wrapped line is not part of its printed width. */
function trimEnd(line: PrintedLine): void {
  const spaces = line.text.length - line.text.trimEnd().length;
  line.right -= spaces * 0.25 * line.size;
  line.text = line.text.trimEnd();
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

/** Walks the lines of a file in order and hands out the lines that make up each text. */
export class LineCursor {
  private next = 0;

  constructor(private readonly lines: PrintedLine[]) {}

  /** The next lines that together read `text`; throws where they do not follow. */
  take(text: string): PrintedLine[] {
    const taken = this.find(text, this.next);
    this.next = this.lines.indexOf(taken.at(-1)!) + 1;
    return taken;
  }

  /** The same, from anywhere on, without moving. */
  find(text: string, from = 0): PrintedLine[] {
    const wanted = squeezed(text);
    for (let start = from; start < this.lines.length; start++) {
      let read = '';
      for (let end = start; end < this.lines.length && read.length < wanted.length; end++) {
        read += squeezed(this.lines[end]!.text);
        if (read === wanted) return this.lines.slice(start, end + 1);
        if (!wanted.startsWith(read)) break;
      }
    }
    throw new Error(`Not printed (from line ${from}): ${text.slice(0, 120)}`);
  }
}
