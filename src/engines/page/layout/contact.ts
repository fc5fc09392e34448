import { RenderError } from '../render-error.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Mark } from './display-list.ts';
import { MARGIN, TEXT_HEIGHT, TEXT_WIDTH } from './measures.ts';
import { leftBlock, type TextBlock } from './set-text.ts';

const GAP = 8;
const RULE_GAP = 2;

/** Height that box 13 takes from the foot of page 1. */
export function contactHeight(context: LayoutContext): number {
  if (!context.document.contact?.length) return 0;
  const height = GAP + RULE_GAP + set(context, 0).reduce((sum, block) => sum + block.height, 0);
  if (height <= TEXT_HEIGHT / 4) return height;
  throw new RenderError('component-too-long', 'Địa chỉ cơ quan ở chân trang quá dài.');
}

/** Box 13 (Annex I, III.4): at the foot of page 1, under a rule as wide as the text area. */
export function contactMarks(context: LayoutContext): Mark[] {
  const height = contactHeight(context);
  if (height === 0) return [];
  const top = TEXT_HEIGHT - height + GAP;
  return [
    {
      element: null,
      drawings: [{ kind: 'rule', x: MARGIN.left, y: top, width: TEXT_WIDTH, height: 0 }],
    },
    ...set(context, top + RULE_GAP).map(({ lines }) => ({
      element: { tag: 'P' as const, parent: context.root },
      drawings: lines,
    })),
  ];
}

function set({ document, fonts }: LayoutContext, top: number): TextBlock[] {
  const { size, style } = TYPE.contact;
  let y = top;
  return document.contact!.map((text) => {
    const block = leftBlock(fonts, [{ text, style }], size, MARGIN.left, TEXT_WIDTH, y);
    y += block.height;
    return block;
  });
}
