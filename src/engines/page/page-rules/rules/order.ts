import { COMPONENT_FORMS, type ComponentKind } from '../component-forms.ts';
import { annexI } from '../../finding.ts';
import type { PrintedLine } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** From top to bottom, in each column and across the page: Annex I, IV. */
const CHAINS: ComponentKind[][] = [
  ['national-name', 'motto', 'place-and-date', 'type-name', 'title-abstract', 'addressee', 'text'],
  ['parent-body', 'issuing-body', 'number', 'letter-abstract', 'addressee', 'text'],
  ['text', 'authority', 'signer-name'],
  ['text', 'recipients-heading', 'recipient-line'],
];

export const ORDER: PageRule = {
  id: 'component.order',
  clause: annexI('IV'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const reported = new Set<ComponentKind>();
    for (const chain of CHAINS) {
      const present = chain.filter((kind) => linesOf(input, kind).length > 0);
      for (const [i, lower] of present.slice(1).entries()) {
        const upper = present[i]!;
        const above = linesOf(input, upper).at(-1)!;
        const below = linesOf(input, lower)[0]!;
        const inOrder = above.page < below.page || (above.page === below.page && above.y < below.y);
        if (inOrder || reported.has(lower)) continue;
        reported.add(lower);
        yield {
          place: COMPONENT_FORMS[lower].name,
          message: `Không ở dưới ${COMPONENT_FORMS[upper].name}.`,
          remedy: `Đặt ${COMPONENT_FORMS[lower].name} dưới ${COMPONENT_FORMS[upper].name} theo sơ đồ bố trí.`,
        };
      }
    }
  },
};

/** All lines of the body; of everything else that of which there are several, the first. */
function linesOf(input: CheckInput, kind: ComponentKind): PrintedLine[] {
  if (kind !== 'text') return input.one(kind) ?? [];
  const body = input.printed(kind).filter(({ place }) => place.startsWith('Nội dung'));
  return body.flatMap(({ lines }) => lines);
}
