import { isFollowed } from '../pdf/linearisation.ts';
import { Dictionary, Name, Numeral, type PdfObject, Reference } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { unreadable } from '../pdf/unreadable.ts';

const MOST_NODES = 20_000;

/**
 * A linearised file names the page that is shown before the rest has come (ISO 32000-1, F.3.3, O and P); another page
 * there than its page tree has would show one thing to whoever opens it over the web and another to everybody else.
 */
export function requireSameFirstPage(file: PdfFile): void {
  const [section] = file.sections;
  const linearisation = section?.linearisation;
  if (!linearisation || !isFollowed(linearisation, section)) return;
  const [shown, at] = ['O', 'P'].map((key) => linearisation.parameters.get(key));
  if (!(shown instanceof Numeral)) return;
  const original = file.asOf(0);
  // mutool 1.21 counts one too few and names no page at all, which nobody can show.
  const object = original.resolve(new Reference(shown.value));
  if (!isPage(object)) return;
  const page = pageAt(original, at instanceof Numeral ? at.value : 0);
  if (page?.number === shown.value) return;
  throw unreadable('phần mở nhanh ở đầu tệp nói khác phần còn lại (trang đầu)');
}

function pageAt(file: PdfFile, index: number): Reference | undefined {
  const open: PdfObject[] = [file.catalog.get('Pages') ?? null];
  let left = index;
  for (let seen = 0; open.length > 0 && seen < MOST_NODES; seen++) {
    const node = open.pop()!;
    const entries = file.resolve(node);
    if (!(node instanceof Reference) || !(entries instanceof Dictionary)) continue;
    const kids = file.resolve(entries.get('Kids'));
    if (Array.isArray(kids)) open.push(...[...kids].reverse());
    else if (left-- === 0) return node;
  }
  return undefined;
}

function isPage(object: PdfObject): boolean {
  const type = object instanceof Dictionary ? object.get('Type') : undefined;
  return type instanceof Name && type.value === 'Page';
}
