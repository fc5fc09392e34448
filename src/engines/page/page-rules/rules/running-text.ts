import { annexI } from '../../finding.ts';
import type { Located } from '../finder.ts';
import { MM, type PrintedLine, SINGLE_SPACING } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

const CLAUSE = annexI('II.6.d');

/** Annex I, II.6.d: the first line of a paragraph goes in by 1 or 1.27 cm. */
export const INDENT: PageRule = {
  id: 'text.indent',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const left = input.textLeft;
    if (left === undefined) return;
    for (const { place, block, lines } of input.printed('text')) {
      const indent = (lines[0]!.x - left) / MM;
      const right = [10, 12.7].some((wanted) => Math.abs(indent - wanted) < 0.8);
      if (block !== 'paragraph' || right) continue;
      yield {
        place,
        message: `Dòng đầu lùi vào ${indent.toFixed(1).replace('.', ',')} mm.`,
        remedy: 'Lùi dòng đầu của đoạn 1 cm hoặc 1,27 cm.',
      };
    }
  },
};

/** Annex I, II.6.d: single to one and a half lines. */
export const LINE_SPACING: PageRule = {
  id: 'text.line-spacing',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const { place, lines } of input.printed('text')) {
      const wrong = pairs(lines)
        .map(([upper, lower]) => (lower.y - upper.y) / (lower.size * SINGLE_SPACING))
        .find((spacing) => spacing < 0.96 || spacing > 1.54);
      if (wrong === undefined) continue;
      yield {
        place,
        message: `Khoảng cách dòng đo được ${wrong.toFixed(2).replace('.', ',')}.`,
        remedy: 'Đặt khoảng cách dòng từ dòng đơn (1,0) đến 1,5 dòng.',
      };
    }
  },
};

/** Annex I, II.6.d: at least 6 points between paragraphs. */
export const PARAGRAPH_GAP: PageRule = {
  id: 'text.paragraph-gap',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const texts = input.components.filter(({ kind }) => kind === 'text' || kind === 'heading');
    const leading = leadingOf(texts);
    if (leading === undefined) return;
    for (const [i, lower] of texts.slice(1).entries()) {
      const [above, below] = [texts[i]!.lines.at(-1), lower.lines[0]];
      if (texts[i]!.kind === 'heading' || lower.kind === 'heading' || lower.isDoubtful) continue;
      if (!above || !below || above.page !== below.page || above.y > below.y) continue;
      if (!above.isSized || !below.isSized) continue;
      const gap = below.y - above.y - leading * below.size;
      if (gap > 5) continue;
      yield {
        place: lower.place,
        message: `Cách đoạn trên ${Math.max(0, gap).toFixed(1).replace('.', ',')} pt.`,
        remedy: 'Đặt khoảng cách giữa các đoạn văn tối thiểu 6 pt.',
      };
    }
  },
};

/** Annex I, II.6.d: both sides straight; a word that cannot be broken may leave one line short. */
export const JUSTIFIED: PageRule = {
  id: 'text.justified',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const filled = input.filledLines;
    if (filled.length < 3) return;
    const edge = Math.max(...filled.map(({ right }) => right));
    const ragged = filled.filter(({ right }) => edge - right > 2 * MM);
    if (ragged.length <= filled.length / 2) return;
    yield {
      place: 'Nội dung',
      message: 'Nội dung không được canh đều cả hai lề.',
      remedy: 'Canh đều cả hai lề cho nội dung văn bản.',
    };
  },
};

const pairs = (lines: PrintedLine[]) =>
  lines
    .slice(1)
    .map((lower, i) => [lines[i]!, lower] as const)
    .filter(([upper, lower]) => upper.page === lower.page && upper.isSized && lower.isSized);

/** Distance of lines inside paragraphs, in sizes. */
function leadingOf(texts: Located[]): number | undefined {
  const distances = texts.flatMap(({ lines }) =>
    pairs(lines).map(([upper, lower]) => (lower.y - upper.y) / lower.size),
  );
  const median = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)];
  // Lines that stand too far apart are a fault of their own.
  return median === undefined ? undefined : Math.min(median, 1.5 * SINGLE_SPACING);
}
