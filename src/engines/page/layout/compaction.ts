import { MM, SINGLE } from './measures.ts';

/** How loosely the text is set. Sizes stay within 13-14 pt and spacing at single or above (Annex I, II.6.d). */
export interface Spacing {
  /** Points. */
  bodySize: number;
  /** Distance of baselines in em of the body size. */
  leading: number;
  paragraphGap: number;
  /** Height left between the post and the name. */
  signatureGap: number;
}

/** From the most comfortable to the tightest that the decree allows. */
export const COMPACTION_LADDER: readonly Spacing[] = [
  { bodySize: 14, leading: 1.3, paragraphGap: 6, signatureGap: 30 * MM },
  { bodySize: 14, leading: 1.22, paragraphGap: 6, signatureGap: 28 * MM },
  { bodySize: 14, leading: SINGLE, paragraphGap: 6, signatureGap: 26 * MM },
  { bodySize: 13.5, leading: SINGLE, paragraphGap: 6, signatureGap: 25 * MM },
  { bodySize: 13, leading: SINGLE, paragraphGap: 6, signatureGap: 25 * MM },
];
