import { styleOf, textOf, type Tree } from './tree.ts';

/** The marker that Word wrote out before an item, or nothing. */
export function writtenMarker(paragraph: Tree): string | undefined {
  const list = styleOf(paragraph)['mso-list'];
  if (!list || /^\s*none/i.test(list)) return undefined;
  const span = markerSpan(paragraph);
  return span && markerOf(textOf(span), /level([2-9])/.test(list));
}

export const isMarkerSpan = (tree: Tree): boolean =>
  /ignore/i.test(styleOf(tree)['mso-list'] ?? '');

function markerSpan(tree: Tree): Tree | undefined {
  if (isMarkerSpan(tree)) return tree;
  for (const child of tree.children ?? []) {
    const found = markerSpan(child);
    if (found) return found;
  }
  return undefined;
}

/** As the body has it: `1)` is `1.`, `a.` is `a)`, a bullet a dash or, further in, a plus; `IV.` stays text. */
export function markerOf(written: string, isInner = false): string {
  const text = written.replace(/[\s\u00a0]+/g, '').normalize('NFC');
  const number = /^(\d{1,3}(?:\.\d{1,3})*)[.)/]?$/.exec(text);
  if (number) return `${number[1]}.`;
  const letter = /^([a-zđ])[.)]$/.exec(text);
  if (letter) return `${letter[1]})`;
  if (/^[\p{L}\p{N}]{2,}|^[IVX]/u.test(text)) return text;
  return isInner || text === '+' ? '+' : '-';
}
