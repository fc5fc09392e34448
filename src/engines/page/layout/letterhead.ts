import { rulesOf } from '../document-types.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Band, Drawing, Mark, Rule } from './display-list.ts';
import { letterheadColumns } from './letterhead-columns.ts';
import { MM } from './measures.ts';
import { MOTTO, NATIONAL_NAME } from './letterhead-words.ts';
import { numberLine, placeAndDateLine, setPieces } from './number-and-date.ts';
import { centredBlock, lineHeight, nameBlock, singleLine } from './set-text.ts';
import { stamp, URGENCY_BOX } from './stamps.ts';

/** Between a text and the rule under it, and between that rule and the next row. */
const RULE_GAP = 2;
const ROW_GAP = 8;
/** Annex I, II.5.b. */
const ABSTRACT_GAP = 6;

/** The motto stands in single spacing below the State's name (Annex I, II.1.b): 12 × 1.149 = 13.8 pt. */
const MOTTO_BELOW_NAME = lineHeight(TYPE.nationalName.size);

/** Boxes 1 to 5b of Annex I, IV: two columns, each centred on itself. */
export function letterhead(context: LayoutContext): Band {
  const { fonts, document, root } = context;
  const columns = letterheadColumns(context);
  const marks: Mark[] = [];
  const paragraph = (drawings: Drawing[]) =>
    marks.push({ element: { tag: 'P', parent: root }, drawings });

  let left = 0;
  for (const { text, setting } of bodies(context)) {
    const block = nameBlock(fonts, text, setting, columns.left, columns.leftWidth, left);
    paragraph(block.lines);
    left += block.height;
    if (setting !== TYPE.issuingBody) continue;
    const ruled = block.lines.at(-1)!.width * 0.4;
    marks.push({ element: null, drawings: [centredRule(columns.left, left + RULE_GAP, ruled)] });
  }
  paragraph([singleLine(fonts, NATIONAL_NAME, TYPE.nationalName, columns.right, 0, 'center')]);
  let right = MOTTO_BELOW_NAME;
  const motto = singleLine(fonts, MOTTO, TYPE.nationalMotto, columns.right, right, 'center');
  paragraph([motto]);
  right += lineHeight(TYPE.nationalMotto.size);
  const underMotto = centredRule(columns.right, right + RULE_GAP, motto.width);
  marks.push({ element: null, drawings: [underMotto] });

  let y = Math.max(left, right) + RULE_GAP + ROW_GAP;
  marks.push(...setPieces(context, numberLine(document), TYPE.number, columns.left, y));
  marks.push(
    ...setPieces(context, placeAndDateLine(document), TYPE.placeAndDate, columns.right, y),
  );
  y += lineHeight(TYPE.number.size);
  if (rulesOf(document.type).title === undefined) {
    y += ABSTRACT_GAP;
    const text = `V/v ${document.abstract}`;
    const measure = columns.leftWidth - 4 * MM;
    const block = centredBlock(fonts, text, TYPE.letterAbstract, columns.left, measure, y);
    marks.push({ element: { tag: 'H1', parent: root }, drawings: block.lines });
    y += block.height;
  }
  if (document.urgency) {
    y += 3 * MM;
    const box = URGENCY_BOX[document.urgency];
    marks.push(stamp(context, document.urgency, box, columns.left, y, 'red'));
    y += box.height;
  }
  const component = 'Phần đầu (tên cơ quan, trích yếu)';
  return { gap: 0, height: y, marks, keepWithNext: true, component };
}

function* bodies({ document }: LayoutContext) {
  if (document.parentBody) yield { text: document.parentBody, setting: TYPE.parentBody };
  const issuing = [document.issuingBody, ...(document.coIssuingBodies ?? [])];
  yield { text: issuing.join(' -\n'), setting: TYPE.issuingBody };
}

export function centredRule(centre: number, y: number, width: number): Rule {
  return { kind: 'rule', x: centre - width / 2, y, width, height: 0 };
}
