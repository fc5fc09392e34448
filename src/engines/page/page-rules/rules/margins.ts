import { annexI } from '../../finding.ts';
import { bottomOf, MM, type PrintedLine, topOf } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** Annex I, I.4: millimetres, least and greatest. */
const RANGE = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
const NAMES = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const;

type Side = keyof typeof RANGE;

/** What a ruler shows, millimetres. */
const TOLERANCE = 0.6;
/** Programs let the first and the last line of a page stand a little out of their place. */
const LOOSE = 1.5;

/** Annex I, I.4: text stays out of the margins, and running text reaches up to them. */
export const MARGINS: PageRule = {
  id: 'page.margin',
  clause: annexI('I.4'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const [i, { width, height }] of input.file.pages.entries()) {
      const page = i + 1;
      const lines = input.lines.filter((line) => line.page === page && !isBesides(input, line));
      if (lines.length === 0) continue;
      const sized = lines.filter(({ isSized }) => isSized);
      const whites: [Side, number, boolean][] = [
        ['left', Math.min(...lines.map(({ x }) => x)), reachesLeft(input, page)],
        ['right', width - Math.max(...lines.map(({ right }) => right)), reachesRight(input, page)],
        ['top', Math.min(...sized.map(topOf)), page === 1],
        ['bottom', height - Math.max(...sized.map(bottomOf)), false],
      ];
      for (const [side, white, reached] of whites) {
        const [least, greatest] = RANGE[side];
        const measured = white / MM;
        if (!Number.isFinite(white)) continue;
        const isLoose = input.circumstances.isHandmade && (side === 'top' || side === 'bottom');
        const tolerance = isLoose ? LOOSE : TOLERANCE;
        if (measured >= least - tolerance && !(reached && measured > greatest + tolerance))
          continue;
        yield {
          place: `Lề ${NAMES[side]}, trang ${page}`,
          message: `Lề ${NAMES[side]} đo được ${measured.toFixed(1).replace('.', ',')} mm.`,
          remedy: `Đặt lề ${NAMES[side]} từ ${least} mm đến ${greatest} mm.`,
        };
      }
    }
  },
};

/** Stamps and texts of an electronic copy stand above the text area by right (Annex I, IV, boxes 11 and 14). */
function isBesides({ circumstances, file }: CheckInput, line: PrintedLine): boolean {
  const above = topOf(line) < RANGE.top[0] * MM;
  if (!above || line.page !== 1) return false;
  const right = line.x > file.pages[0]!.width / 2;
  return line.text === circumstances.circulation || (right && line.size <= 10);
}

/** Two wrapped lines of running text show where its edges are. */
const reachesLeft = (input: CheckInput, page: number) =>
  input.wrappedLines.filter((line) => line.page === page).length >= 2;

const reachesRight = (input: CheckInput, page: number) =>
  input.filledLines.filter((line) => line.page === page).length >= 2;
