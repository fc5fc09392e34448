import qrcode from 'qrcode-generator';
import type { LayoutContext } from './context.ts';
import type { Area, Mark } from './display-list.ts';
import { MARGIN, MM, PAGE } from './measures.ts';

/** Modules of half a millimetre and more, which a telephone reads from paper and from a screen. */
const SIZE = 20 * MM;
/** White between it and the text, more than the 4 modules of ISO/IEC 18004, 6.3.8. */
const QUIET = 3.5 * MM;
const ABOVE_EDGE = 8 * MM;
const ALT = 'Mã QR dẫn tới trang kiểm tra văn bản';

/**
 * The QR code that leads to the page about this dispatch: at the foot of page 1, in the left margin, where the decree
 * places nothing and the office's binding does not reach. `y` is relative to the text area.
 */
export function checkCodeMarks({ document, root }: LayoutContext): Mark[] {
  if (document.checkUrl === undefined) return [];
  const x = MARGIN.left - QUIET - SIZE;
  const top = PAGE.height - ABOVE_EDGE - SIZE;
  const box = { x, y: top, width: SIZE, height: SIZE };
  const areas = darkAreas(document.checkUrl, x, top - MARGIN.top);
  const element = { tag: 'Figure' as const, parent: root, figure: { alt: ALT, box } };
  return [{ element, drawings: [{ kind: 'areas', ...box, y: top - MARGIN.top, areas }] }];
}

/** What is dark of the code, one area for each run of a row. */
function darkAreas(text: string, x: number, y: number): Area[] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = SIZE / count;
  const areas: Area[] = [];
  for (let row = 0; row < count; row++) {
    let start: number | undefined;
    for (let column = 0; column <= count; column++) {
      const isDark = column < count && code.isDark(row, column);
      if (isDark) start ??= column;
      if (isDark || start === undefined) continue;
      const width = (column - start) * side;
      areas.push({ x: x + start * side, y: y + row * side, width, height: side });
      start = undefined;
    }
  }
  return areas;
}
