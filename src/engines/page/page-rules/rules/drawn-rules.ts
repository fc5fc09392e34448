import type { ComponentKind } from '../component-forms.ts';
import { COMPONENT_FORMS } from '../component-forms.ts';
import { annexI } from '../../finding.ts';
import { centreOf, MM, type PrintedLine } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** Length of the rule under a component as a share of its last line: Annex I, II.1.b, II.2.b and II.5.a. */
const RULED: [ComponentKind, [number, number], string][] = [
  ['motto', [0.97, 1.03], 'bằng độ dài của dòng chữ'],
  ['issuing-body', [1 / 3, 1 / 2], 'bằng từ 1/3 đến 1/2 độ dài của dòng chữ'],
  ['title-abstract', [1 / 3, 1 / 2], 'bằng từ 1/3 đến 1/2 độ dài của dòng chữ'],
];

export const DRAWN_RULES: PageRule = {
  id: 'component.rule-below',
  clause: annexI('II.1, II.2 và II.5'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const slack = input.circumstances.isHandmade ? 0.1 : 0;
    for (const [kind, [least, greatest], length] of RULED) {
      const lines = input.one(kind);
      if (!lines || isHidden(input, lines.at(-1)!)) continue;
      const rule = ruleUnder(input, lines.at(-1)!);
      const widths = lines.map((line) => line.right - line.x);
      const fits =
        rule &&
        widths.some(
          (width) =>
            rule >= least * (1 - slack) * width - 2 && rule <= greatest * (1 + slack) * width + 2,
        );
      if (fits) continue;
      yield {
        clause: COMPONENT_FORMS[kind].clause,
        place: COMPONENT_FORMS[kind].name,
        message: rule ? 'Đường kẻ bên dưới không đúng độ dài.' : 'Thiếu đường kẻ ngang bên dưới.',
        remedy: `Kẻ đường nét liền bên dưới, canh giữa, có độ dài ${length}.`,
      };
    }
  },
};

/** A line that somebody pasted is a picture of it. */
function isHidden({ file, circumstances }: CheckInput, line: PrintedLine): boolean {
  if (!circumstances.isRecognisedOnly) return false;
  return file.pictures.some(
    ({ page, x, right, top, bottom }) =>
      page === line.page &&
      x < line.right &&
      right > line.x &&
      top < line.y + 20 &&
      bottom > line.y,
  );
}

/** Length of the horizontal rule that is centred under a line, close to it. */
function ruleUnder({ file }: CheckInput, line: PrintedLine): number | undefined {
  const rules = file.paths.filter(
    ({ page, x, right, top, bottom }) =>
      page === line.page &&
      bottom - top < 2 &&
      Math.abs((x + right) / 2 - centreOf(line)) < 4 * MM &&
      top > line.y &&
      top - line.y < 5 * MM,
  );
  const [nearest] = rules.toSorted((a, b) => a.top - b.top);
  return nearest && nearest.right - nearest.x;
}
