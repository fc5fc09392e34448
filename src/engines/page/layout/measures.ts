/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** A4 in points (Annex I, I.1). */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Margins of Annex I, I.4: top and bottom 20-25, left 30-35, right 15-20 mm. */
export const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM } as const;

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const TEXT_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

/** Single line spacing of Times metrics, and ascent and descent, in em. */
export const SINGLE = 1.149;
export const ASCENT = 0.891;
export const DESCENT = 0.216;
