import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

/** A usual recommendation; the decree itself says "short". */
const LONGEST = 80;

/** Annex I, II.5: the abstract is short. */
export const ABSTRACT_LENGTH: WordRule = {
  id: 'abstract.length',
  clause: annexI('II.5'),
  severity: 'warning',
  *find({ document: { abstract } }: Words): Generator<Fault> {
    const { length } = abstract;
    if (length <= LONGEST) return;
    yield {
      place: 'Trích yếu',
      message: `Trích yếu dài ${length} ký tự.`,
      remedy: `Nên viết ngắn gọn, không quá ${LONGEST} ký tự.`,
    };
  },
};
