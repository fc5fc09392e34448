import type { LayoutRule } from '../finding.ts';
import type { OfficialDocument } from '../official-document.ts';
import type { WrittenText } from './written-texts.ts';

/** What a rule may look at: the draft as it is written, and the same as it will print. */
export interface Words {
  draft: OfficialDocument;
  document: OfficialDocument;
  /** What the drafter wrote, as it prints. */
  texts: WrittenText[];
  /** Abbreviation of the office in symbols: `STTTT`. */
  officeCode?: string;
}

export type WordRule = LayoutRule<Words>;
