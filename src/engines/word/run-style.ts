import { isUnreadFont, legacyFont } from './legacy-fonts.ts';
import { isSymbolFont } from './symbols.ts';
import type { Tree } from './tree.ts';

/** How text of a page looks, as far as it concerns what is read. */
export interface RunStyle {
  bold: boolean;
  italic: boolean;
  upper: boolean;
  small: boolean;
  hidden: boolean;
  font?: string;
}

export const PLAIN: RunStyle = {
  bold: false,
  italic: false,
  upper: false,
  small: false,
  hidden: false,
};

/** The look inside an element for which this is declared. */
export function styled(tree: Tree, style: Record<string, string>, outer: RunStyle): RunStyle {
  const weight = style['font-weight'];
  const isBold = weight ? /^(bold|[6-9]00)/.test(weight) : undefined;
  const isItalic = style['font-style'] ? style['font-style'].startsWith('italic') : undefined;
  return {
    bold: isBold ?? (outer.bold || /^(b|strong|th)$/.test(tree.name)),
    italic: isItalic ?? (outer.italic || /^(i|em|cite)$/.test(tree.name)),
    upper: said(style['text-transform'], /^uppercase/i) ?? outer.upper,
    small:
      said(style['font-variant-caps'] ?? style['font-variant'], /caps|unicase/i) ?? outer.small,
    hidden: hidden(style) ?? (outer.hidden || tree.attributes?.hidden !== undefined),
    font: fontOf(tree, style) ?? outer.font,
  };
}

const said = (value: string | undefined, wanted: RegExp): boolean | undefined =>
  value === undefined || /^inherit/i.test(value) ? undefined : wanted.test(value);

/** In Word text may be shown again inside what is hidden, in a browser only what is invisible. */
function hidden(style: Record<string, string>): boolean | undefined {
  const hides = style['mso-hide'];
  if (hides !== undefined && !/^screen/i.test(hides)) return /^all/i.test(hides);
  if (/^none/i.test(style.display ?? '') || /^(?:hidden|collapse)/i.test(style.visibility ?? '')) {
    return true;
  }
  return /^visible/i.test(style.visibility ?? '') ? false : undefined;
}

/** The font that says what letters above ASCII are: Word names several. */
function fontOf(tree: Tree, style: Record<string, string>): string | undefined {
  const family = first(style['font-family']) ?? ofShorthand(style.font);
  const face = family ?? (tree.name === 'font' ? first(tree.attributes?.face) : undefined);
  const named = [
    first(style['mso-symbol-font-family']),
    first(style['mso-hansi-font-family']),
    face,
    first(style['mso-ascii-font-family']),
  ];
  const odd = named.find((one) => legacyFont(one) || isUnreadFont(one) || isSymbolFont(one));
  return odd ?? face ?? named.find(Boolean);
}

/** `.VnTime` of `".VnTime",sans-serif`; nothing where the font is that around. */
function first(families: string | undefined): string | undefined {
  const name = /^\s*["']?([^"',;]+)/.exec(families ?? '')?.[1]?.trim();
  return name && !/^(?:inherit|initial|unset|revert)$/i.test(name) ? name : undefined;
}

/** `7.0pt "Times New Roman"` */
const ofShorthand = (font: string | undefined): string | undefined =>
  first(
    /(?:\d(?:\.\d+)?(?:pt|px|em|rem|%|cm|mm|in|pc)(?:\s*\/\s*\S+)?)\s+(.+)$/i.exec(font ?? '')?.[1],
  );
