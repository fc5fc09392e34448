import type { FontStyle } from '../fonts/typeface.ts';

/** The four faces of a family; each is opened when it is first used, so that a file holds no face in vain. */
export function facesWhenUsed<Face>(open: (style: FontStyle) => Face): Record<FontStyle, Face> {
  const opened: Partial<Record<FontStyle, Face>> = {};
  const face = (style: FontStyle) => (opened[style] ??= open(style));
  return {
    get regular() {
      return face('regular');
    },
    get bold() {
      return face('bold');
    },
    get italic() {
      return face('italic');
    },
    get boldItalic() {
      return face('boldItalic');
    },
  };
}
