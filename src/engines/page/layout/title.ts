import { rulesOf } from '../document-types.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Band, StructureElement } from './display-list.ts';
import { centredRule } from './letterhead.ts';
import { MARGIN, MM, TEXT_WIDTH } from './measures.ts';
import { paragraph } from './paragraph.ts';
import { centredBlock } from './set-text.ts';

const TITLE_GAP = 16;
const RULE_GAP = 3;
const CENTRE = MARGIN.left + TEXT_WIDTH / 2;
const ABSTRACT_WIDTH = 130 * MM;

/** Box 5a: the name of the type, the abstract under it, and a rule of 1/3 to 1/2 of its length (Annex I, II.5.a). */
export function title({ document, fonts, root }: LayoutContext): Band[] {
  const { title: name } = rulesOf(document.type);
  if (name === undefined) return [];
  const head = centredBlock(fonts, name, TYPE.typeName, CENTRE, TEXT_WIDTH, 0);
  const abstract = centredBlock(
    fonts,
    capitalised(document.abstract),
    TYPE.titleAbstract,
    CENTRE,
    ABSTRACT_WIDTH,
    head.height,
  );
  const bottom = head.height + abstract.height;
  // A draft may have no abstract yet.
  const ruled = (abstract.lines.at(-1) ?? head.lines.at(-1)!).width * 0.4;
  return [
    {
      gap: TITLE_GAP,
      height: bottom + RULE_GAP,
      marks: [
        { element: { tag: 'H1', parent: root }, drawings: [...head.lines, ...abstract.lines] },
        { element: null, drawings: [centredRule(CENTRE, bottom + RULE_GAP, ruled)] },
      ],
      keepWithNext: true,
      component: 'Tên loại và trích yếu',
    },
  ];
}

/** Who decides, the legal bases in italics with `;` and `.`, and the enacting word (Annex I, II.6.a). */
export function preamble(context: LayoutContext): Band[] {
  const { document, spacing, root } = context;
  const bands: Band[] = [];
  if (document.decidingAuthority) bands.push(centredWord(context, document.decidingAuthority));
  const bases = document.legalBases ?? [];
  bases.forEach((basis, i) => {
    const element: StructureElement = { tag: 'P', parent: root };
    const text = basis + (i < bases.length - 1 ? ';' : '.');
    const gap = bands.length === 0 ? TITLE_GAP : spacing.paragraphGap;
    bands.push(...paragraph(context, [{ text, style: 'italic' }], element, gap));
  });
  const { enactingWord } = rulesOf(document.type);
  if (enactingWord) bands.push(centredWord(context, enactingWord));
  return bands;
}

function centredWord({ fonts, root }: LayoutContext, text: string): Band {
  const block = centredBlock(fonts, text, TYPE.typeName, CENTRE, TEXT_WIDTH, 0);
  return {
    gap: 12,
    height: block.height,
    marks: [{ element: { tag: 'P', parent: root }, drawings: block.lines }],
    keepWithNext: true,
  };
}

/** `Về việc …`: the abstract stands on lines of its own. */
const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
