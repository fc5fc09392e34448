import { Parser } from 'htmlparser2';
import { DAMAGED, NoDocument, TOO_LARGE } from './no-document.ts';
import {
  PREFIXES,
  IGNORED,
  type Prefixes,
  noPrefixes,
  declared,
  canonical,
} from './xml-prefixes.ts';

export interface XmlElement {
  /** With the prefix that this file has for the namespace: `w:p`, whatever prefix the producer chose. */
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** A dispatch of a hundred pages with tables on each has a fifth. */
const MOST_ELEMENTS = 700_000;
/** Tables in tables in text boxes come to some sixty. */
const DEEPEST = 250;
PREFIXES.set('urn:schemas-microsoft-com:vml', 'v');
PREFIXES.set('urn:schemas-microsoft-com:office:office', 'o');
PREFIXES.set('http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc');
PREFIXES.set('http://schemas.microsoft.com/office/word/2010/wordml', 'w14');
PREFIXES.set('http://www.w3.org/XML/1998/namespace', 'xml');

interface Open {
  element: XmlElement;
  tag: string;
  prefixes: Prefixes;
}

/** One part of a package as a tree; throws `NoDocument` for what is not well-formed or beyond the bounds. */
export function parseXml(part: Buffer): XmlElement {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  let isFresh = false; // a tag that closes itself is reported as if it had been cut off
  const parser = new Parser(
    {
      onopentag(tag, given) {
        count += 1;
        if (count > MOST_ELEMENTS || open.length > DEEPEST) throw new NoDocument(TOO_LARGE);
        const prefixes = declared(given, open.at(-1)?.prefixes ?? noPrefixes());
        const attributes: Record<string, string> = {};
        for (const key in given) {
          if (key.startsWith('xmlns')) continue;
          const name = key.includes(':') ? canonical(key, prefixes) : key;
          if (!IGNORED.test(name)) attributes[name] = given[key]!;
        }
        const element = { name: canonical(tag, prefixes), attributes, children: [] };
        open.at(-1)?.element.children.push(element);
        if (open.length === 0) {
          if (root) throw new NoDocument(DAMAGED);
          root = element;
        }
        open.push({ element, tag, prefixes });
        isFresh = true;
      },
      ontext(text) {
        isFresh = false;
        const children = open.at(-1)?.element.children;
        const last = children?.at(-1);
        if (typeof last === 'string') children![children!.length - 1] = last + text;
        else children?.push(text);
      },
      onclosetag(tag, isImplied) {
        // What ends where its parent does was cut off.
        if ((isImplied && !isFresh) || open.pop()?.tag !== tag) throw new NoDocument(DAMAGED);
        isFresh = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(textOfPart(part));
  if (!root) throw new NoDocument(DAMAGED);
  return root;
}

/** UTF-8 or UTF-16, the two that ECMA-376 part 2 allows. */
function textOfPart(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le', 2);
  if (part[0] === 0xfe && part[1] === 0xff) {
    return Buffer.from(part.subarray(2, part.length & ~1))
      .swap16()
      .toString('utf16le');
  }
  if (part[0] === 0x3c && part[1] === 0) return part.toString('utf16le');
  return part.toString('utf8').replace(/^\uFEFF/, '');
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name);

/** `w:val` of a child: of `w:pStyle` in `w:pPr`, the name of the style. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['w:val'];

/** The text straight inside. */
export const ownText = ({ children }: XmlElement): string =>
  children.filter((one) => typeof one === 'string').join('');

/** Every element of this name below, outermost first. */
export function* below(parent: XmlElement, ...names: string[]): Generator<XmlElement> {
  for (const one of elementsOf(parent)) {
    if (names.includes(one.name)) yield one;
    yield* below(one, ...names);
  }
}
