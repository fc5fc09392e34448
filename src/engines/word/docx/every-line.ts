import { inUnicode } from '../legacy-fonts.ts';
import { Styles } from './styles.ts';
import { child, elementsOf, ownText, valueOf, type XmlElement } from './xml.ts';

const PARAGRAPH = /^(?:w|a):p$/;
const TEXT = /^(?:w:t|w:delText|a:t|m:t|w:instrText)$/;
/** What stands beside the words of a line: the code of a field, the reading of a sign. */
const ASIDE = /^(?:w:instrText|w:rt)$/;
/** `Dấu MẬT`: what a picture is, before what it shows. */
const PICTURE = /^\s*(?:hình|ảnh|con dấu|dấu)(?![\p{L}])[\s:]*(?:chỉ )?/iu;
const BREAK = /^(?:w:br|w:cr|w:tab|w:ptab|a:br)$/;
/** What is read aloud of a picture, and the words of art and of watermarks. */
const WORDS = ['string', 'descr', 'title', 'alt', 'w:alias'];

interface Line {
  said: { text: string; font?: string }[];
  aside: { text: string; font?: string }[];
}

/** Every line of a part, whether it would be seen or not: hidden, deleted, in a shape, behind a picture. */
export function everyLine(part: XmlElement, styles: Styles): string[] {
  const lines: string[] = [];
  const own: Line[] = [{ said: [], aside: [] }];
  let isAside = false;
  let style: string | undefined;
  let font: string | undefined;
  const end = () => {
    const { said, aside } = own.at(-1)!;
    for (const runs of [said.splice(0), aside.splice(0)]) {
      const text = inUnicode(runs, () => {}).map((run) => run.text);
      lines.push(...text.join('').normalize('NFC').split('\n'));
    }
  };
  const visit = (one: XmlElement): void => {
    for (const name of WORDS) {
      if (one.attributes[name]) lines.push(one.attributes[name].replace(PICTURE, ''));
    }
    if (one.name === 'w:docVar') lines.push(one.attributes['w:val'] ?? '');
    if (PARAGRAPH.test(one.name)) {
      const outer = { style, font };
      own.push({ said: [], aside: [] });
      style = valueOf(child(one, 'w:pPr'), 'w:pStyle');
      for (const inner of elementsOf(one)) visit(inner);
      end();
      own.pop();
      ({ style, font } = outer);
    } else if (one.name === 'w:r') {
      const properties = child(one, 'w:rPr');
      const character = valueOf(properties, 'w:rStyle');
      const outer = font;
      font = styles.run({ paragraph: style, character }, properties).hAnsi;
      for (const inner of elementsOf(one)) visit(inner);
      font = outer;
    } else if (BREAK.test(one.name)) own.at(-1)!.said.push({ text: '\n' });
    else if (TEXT.test(one.name)) {
      const isBeside = isAside || ASIDE.test(one.name);
      own.at(-1)![isBeside ? 'aside' : 'said'].push({ text: ownText(one), font });
    } else if (ASIDE.test(one.name)) {
      isAside = true;
      for (const inner of elementsOf(one)) visit(inner);
      isAside = false;
    } else {
      const text = ownText(one).trim();
      if (text) lines.push(text);
      for (const inner of elementsOf(one)) visit(inner);
    }
  };
  visit(part);
  end();
  return lines;
}
