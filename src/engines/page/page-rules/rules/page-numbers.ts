import { annexI } from '../../finding.ts';
import { centreOf, MM, type PrintedLine } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

const CLAUSE = annexI('I.7');
const TOP_MARGIN = 20 * MM;

/** Number that each page bears: none on the first of the document and of each annex, which count anew (III.1). */
function expectedNumbers(input: CheckInput): (number | undefined)[] {
  const starts = new Set([1, ...input.printed('annex-label').map(({ lines }) => lines[0]!.page)]);
  let number = 0;
  return input.file.pages.map((_, i) => {
    number = starts.has(i + 1) ? 1 : number + 1;
    return number === 1 ? undefined : number;
  });
}

const onPage = (input: CheckInput, page: number) =>
  input.pageNumbers.filter((line) => line.page === page);

/** Annex I, I.7: Arabic, from 1, each page but the first. */
export const PAGE_NUMBER: PageRule = {
  id: 'page-number.value',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const [i, expected] of expectedNumbers(input).entries()) {
      if (input.circumstances.unnumbered?.has(i + 1)) continue;
      const place = `Số trang, trang ${i + 1}`;
      const printed = onPage(input, i + 1).map((line) => /\d+/.exec(line.text)![0]);
      if (expected === undefined) {
        if (printed.length > 0) {
          const message = 'Trang thứ nhất có in số trang.';
          yield { place, message, remedy: 'Không hiển thị số trang thứ nhất.' };
        }
      } else if (!printed.includes(String(expected))) {
        const message =
          printed.length > 0 ? `Số trang in là ${printed.join(', ')}.` : 'Trang chưa có số trang.';
        yield { place, message, remedy: `Ghi số trang ${expected} ở giữa lề trên.` };
      }
    }
  },
};

/** Annex I, I.7: centred in the top margin. */
export const PAGE_NUMBER_POSITION: PageRule = {
  id: 'page-number.position',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const line of numbersAfterFirst(input)) {
      const middle = input.file.pages[line.page - 1]!.width / 2;
      // Between margins of 35 and 15 mm the middle of the text lies 10 mm to the right of that of the paper.
      const offset = centreOf(line) - middle;
      const centred = offset > -2 * MM && offset < 12 * MM;
      if (line.y < TOP_MARGIN && centred) continue;
      yield {
        place: `Số trang, trang ${line.page}`,
        message: 'Số trang không ở giữa lề trên của trang.',
        remedy: 'Đặt số trang canh giữa theo chiều ngang, trong phần lề trên.',
      };
    }
  },
};

/** Annex I, I.7: size 13-14, upright. */
export const PAGE_NUMBER_FORM: PageRule = {
  id: 'page-number.form',
  clause: CLAUSE,
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const line of numbersAfterFirst(input)) {
      const sized = !line.isSized || (line.size >= 12.9 && line.size <= 14.1);
      const upright = line.glyphs.every(({ font }) => !font.bold && !font.italic);
      if (sized && upright && /^\d+$/.test(line.text)) continue;
      yield {
        place: `Số trang, trang ${line.page}`,
        message: `Số trang "${line.text}" không đúng cỡ hoặc kiểu chữ.`,
        remedy: 'Chỉ ghi chữ số Ả Rập, cỡ 13 đến 14, kiểu chữ đứng, không đậm.',
      };
    }
  },
};

function numbersAfterFirst(input: CheckInput): PrintedLine[] {
  const expected = expectedNumbers(input);
  return input.pageNumbers.filter((line) => expected[line.page - 1] !== undefined);
}
