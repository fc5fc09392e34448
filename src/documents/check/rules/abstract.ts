import { annexI, type Fault, type LayoutRule } from '../finding.ts';
import type { Sheet } from '../sheet.ts';

/** A usual recommendation; the decree itself says "short". */
const LONGEST = 80;

/** Annex I, II.5: the abstract is short. */
export const ABSTRACT_LENGTH: LayoutRule = {
  id: 'abstract.length',
  clause: annexI('II.5'),
  severity: 'warning',
  *find({ document: { abstract } }: Sheet): Generator<Fault> {
    const { length } = abstract;
    if (length <= LONGEST) return;
    yield {
      place: 'Trích yếu',
      message: `Trích yếu dài ${length} ký tự.`,
      remedy: `Nên viết ngắn gọn, không quá ${LONGEST} ký tự.`,
    };
  },
};
