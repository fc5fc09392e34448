import { rulesOf } from '../document-types.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Band, Mark, StructureElement } from './display-list.ts';
import { MARGIN, MM, TEXT_WIDTH } from './measures.ts';
import { centredBlock, leftBlock, lineHeight, singleLine } from './set-text.ts';

const GAP = 14;
/** White kept at both sides of the block. */
const SIDE = 12 * MM;

/** Box 9a (Annex I, II.9.a): one addressee on the line of `Kính gửi:`, more as a dash list under its colon. */
export function addressees(context: LayoutContext): Band[] {
  const { document, fonts, root } = context;
  const salutation = document.salutation ?? rulesOf(document.type).salutation;
  const names = document.addressees;
  if (names.length === 0) return [];
  if (names.length === 1) {
    const text = `${salutation} ${names[0]}`;
    const centre = MARGIN.left + TEXT_WIDTH / 2;
    const block = centredBlock(fonts, text, TYPE.addressee, centre, TEXT_WIDTH - 2 * SIDE, 0);
    const mark: Mark = { element: { tag: 'P', parent: root }, drawings: block.lines };
    return [
      { gap: GAP, height: block.height, marks: [mark], keepWithNext: true, component: 'Kính gửi' },
    ];
  }
  return dashList(context, salutation, names);
}

function dashList({ fonts, root }: LayoutContext, salutation: string, names: string[]): Band[] {
  const { size, style } = TYPE.addressee;
  const face = fonts[style];
  const entries = names.map((name, i) => name + (i < names.length - 1 ? ';' : '.'));
  const dash = face.width('- ', size);
  const underColon = face.width(salutation.slice(0, -1), size);
  const widest = Math.max(...entries.map((entry) => face.width(entry, size)));
  const measure = Math.min(widest + 0.1, TEXT_WIDTH - 2 * SIDE - underColon - dash);
  const left = MARGIN.left + (TEXT_WIDTH - underColon - dash - measure) / 2;
  const list: StructureElement = { tag: 'L', parent: root };
  const heading: Band = {
    gap: GAP,
    height: lineHeight(size),
    marks: [
      {
        element: { tag: 'P', parent: root },
        drawings: [singleLine(fonts, salutation, TYPE.addressee, left, 0)],
      },
    ],
    keepWithNext: true,
  };
  return [
    heading,
    ...entries.map((text, i): Band => {
      const item: StructureElement = { tag: 'LI', parent: list };
      const block = leftBlock(fonts, [{ text, style }], size, left + underColon + dash, measure, 0);
      return {
        gap: 0,
        height: block.height,
        marks: [
          {
            element: { tag: 'Lbl', parent: item },
            drawings: [singleLine(fonts, '- ', TYPE.addressee, left + underColon, 0)],
          },
          { element: { tag: 'LBody', parent: item }, drawings: block.lines },
        ],
        keepWithNext: i === 0 || i >= entries.length - 2,
        component: 'Kính gửi',
      };
    }),
  ];
}
