import type { FontFamily } from '../fonts/font-family.ts';
import type { OfficialDocument } from '../official-document.ts';
import type { Spacing } from './compaction.ts';
import type { StructureElement } from './display-list.ts';

/** What every part of the layout needs to know. */
export interface LayoutContext {
  document: OfficialDocument;
  fonts: FontFamily;
  spacing: Spacing;
  /** Places for number, date and signatures are form fields. */
  fields: boolean;
  /** Structure element that the parts join. */
  root: StructureElement;
}
