import { signatureBlocks } from '../official-document.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Band, Mark, StructureElement } from './display-list.ts';
import { MARGIN, MM, PAGE, TEXT_HEIGHT } from './measures.ts';
import { leftBlock, lineHeight, singleLine } from './set-text.ts';
import { SEAL_REACH, SIGNATURE_WIDTH, signatureBlock } from './signature-block.ts';

const GAP = 10;
const RECIPIENTS_WIDTH = 85 * MM;
/** A list higher than this may go on to the next page. */
const LONGEST_JOINED = TEXT_HEIGHT / 2;

/**
 * Boxes 7 and 9b: Nơi nhận at the left margin, level with the first line of the authority.
 * One unbreakable band, except that recipient lines longer than a page go on after the signature.
 */
export function closing(context: LayoutContext): Band[] {
  const signers = signatureBlocks(context.document);
  if (signers.length > 1) return jointClosing(context);
  const centre = PAGE.width - MARGIN.right - SIGNATURE_WIDTH / 2;
  const signature = signatureBlock(context, signers[0]!, centre, 0, '', true);
  const recipients = recipientBands(context);
  return beside(recipients, signature.marks, signature.height);
}

/** Several signers stand in two columns, the issuing body on the right; Nơi nhận follows below. */
function jointClosing(context: LayoutContext): Band[] {
  const signers = signatureBlocks(context.document);
  const left = MARGIN.left + SEAL_REACH;
  const right = PAGE.width - MARGIN.right - SIGNATURE_WIDTH / 2;
  const bands: Band[] = [];
  for (let i = 0; i < signers.length; i += 2) {
    const pair = signers
      .slice(i, i + 2)
      .map((signer, j) =>
        signatureBlock(
          context,
          signer,
          j === 0 ? right : left,
          0,
          i + j === 0 ? '' : String(i + j + 1),
          i + j === signers.length - 1,
        ),
      );
    bands.push({
      gap: GAP,
      height: Math.max(...pair.map(({ height }) => height)),
      marks: pair.reverse().flatMap(({ marks }) => marks),
      keepWithNext: true,
      component: 'Phần ký',
    });
  }
  const recipients = recipientBands(context);
  return [...bands, ...beside(recipients, [], 0)];
}

/** The heading, then one band for each line of Nơi nhận, and the typist's mark. */
function recipientBands({ document, fonts, root }: LayoutContext): Band[] {
  if (document.recipientLines.length === 0) return [];
  const { size, style } = TYPE.recipientLine;
  const dash = fonts[style].width('- ', size);
  const list: StructureElement = { tag: 'L', parent: root };
  const heading: Mark = {
    element: { tag: 'P', parent: root },
    drawings: [singleLine(fonts, 'Nơi nhận:', TYPE.recipientsHeading, MARGIN.left, 0)],
  };
  const bands = [band([heading], lineHeight(TYPE.recipientsHeading.size))];
  document.recipientLines.forEach((line, i) => {
    const text = line + (i < document.recipientLines.length - 1 ? ';' : '.');
    const item: StructureElement = { tag: 'LI', parent: list };
    const left = MARGIN.left + dash;
    const block = leftBlock(fonts, [{ text, style }], size, left, RECIPIENTS_WIDTH - dash, 0);
    const label: Mark = {
      element: { tag: 'Lbl', parent: item },
      drawings: [singleLine(fonts, '- ', TYPE.recipientLine, MARGIN.left, 0)],
    };
    const entry: Mark = { element: { tag: 'LBody', parent: item }, drawings: block.lines };
    bands.push(band([label, entry], block.height));
  });
  if (document.typistMark) {
    const mark: Mark = {
      element: { tag: 'P', parent: root },
      drawings: [singleLine(fonts, document.typistMark, TYPE.typistMark, MARGIN.left, 6)],
    };
    bands.push(band([mark], 6 + lineHeight(TYPE.typistMark.size)));
  }
  return bands;
}

function band(marks: Mark[], height: number): Band {
  return { gap: 0, height, marks, keepWithNext: false, component: 'Nơi nhận' };
}

/** Joins what fits on a page with the signature into one band; only a longer list is left in single lines. */
function beside(recipients: Band[], signature: Mark[], signatureHeight: number): Band[] {
  const total = recipients.reduce((sum, { height }) => sum + height, 0);
  const limit = total <= LONGEST_JOINED ? total : signatureHeight;
  const marks: Mark[] = [];
  let height = 0;
  let joined = 0;
  for (const recipient of recipients) {
    if (height + recipient.height > limit + 0.01) break;
    marks.push(...recipient.marks.map((mark) => lowered(mark, height)));
    height += recipient.height;
    joined++;
  }
  const first: Band = {
    gap: GAP,
    height: Math.max(height, signatureHeight),
    marks: [...marks, ...signature],
    keepWithNext: false,
    component: 'Phần ký và nơi nhận',
  };
  const rest = recipients.slice(joined);
  if (rest[0]) rest[0] = { ...rest[0], gap: -(first.height - height) };
  return first.height > 0 ? [first, ...rest] : rest;
}

function lowered({ element, drawings }: Mark, by: number): Mark {
  return {
    element,
    drawings: drawings.map((drawing) =>
      drawing.kind === 'text'
        ? { ...drawing, baseline: drawing.baseline + by }
        : { ...drawing, y: drawing.y + by },
    ),
  };
}
