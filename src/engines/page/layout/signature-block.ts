import type { SignatureBlock } from '../official-document.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Field, Mark, StructureElement, TextLine } from './display-list.ts';
import { MM } from './measures.ts';
import { centredBlock } from './set-text.ts';

export const SIGNATURE_WIDTH = 70 * MM;

const SIGNATURE_FIELD_WIDTH = 50 * MM;
/** A seal of 36 mm, with two lines of text under it. */
const SEAL = { width: 36 * MM, height: 38.5 * MM } as const;

/** How far the seal reaches to the left of the centre. */
export const SEAL_REACH = SIGNATURE_FIELD_WIDTH / 6 + SEAL.width;

export interface PlacedSignature {
  marks: Mark[];
  height: number;
}

/** Boxes 7a to 7c and 8: authority, white for the signature, name; the seal covers the left third of the signature. */
export function signatureBlock(
  { fonts, spacing, fields, root }: LayoutContext,
  { authority, post, signerName }: SignatureBlock,
  centre: number,
  top: number,
  suffix: string,
  isLast: boolean,
): PlacedSignature {
  const marks: Mark[] = [];
  const text = (words: string, setting: typeof TYPE.authority, y: number) => {
    const block = centredBlock(fonts, words, setting, centre, SIGNATURE_WIDTH, y);
    marks.push({ element: { tag: 'P', parent: root }, drawings: block.lines satisfies TextLine[] });
    return block.height;
  };
  let y = top;
  y += text(authority.join('\n'), TYPE.authority, y);
  if (fields) {
    const holder: StructureElement = { tag: 'P', parent: root };
    for (const field of signatureFields(centre, y, spacing.signatureGap, suffix, isLast)) {
      marks.push({ element: { tag: 'Form', parent: holder }, drawings: [field] });
    }
  }
  y += spacing.signatureGap;
  if (post) y += text(post, TYPE.signerName, y);
  y += text(signerName, TYPE.signerName, y);
  return { marks, height: y - top };
}

function signatureFields(
  centre: number,
  top: number,
  gap: number,
  suffix: string,
  isLast: boolean,
): Field[] {
  const left = centre - SIGNATURE_FIELD_WIDTH / 2;
  return [
    {
      kind: 'field',
      type: 'signature',
      name: `ChuKyCaNhan${suffix}`,
      label: 'Chữ ký số của người có thẩm quyền',
      x: left,
      y: top + MM,
      width: SIGNATURE_FIELD_WIDTH,
      height: gap - MM,
    },
    {
      kind: 'field',
      type: 'signature',
      name: `DauCoQuan${suffix}`,
      label: 'Chữ ký số của cơ quan, tổ chức',
      x: centre - SEAL_REACH,
      y: top + gap / 2 - SEAL.width / 2,
      ...SEAL,
      locksAll: isLast,
    },
  ];
}
