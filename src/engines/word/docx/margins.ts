import type { Piece } from '../from-word.ts';
import type { WordPackage } from './package.ts';
import { isOn } from './styles.ts';
import { below, child, type XmlElement } from './xml.ts';

export interface Margin {
  pieces: Piece[];
  /** Above the text of the first page. */
  isAtTheTop: boolean;
}

/** Headers and footers that are printed, each part once. */
export function marginsOf(
  file: WordPackage,
  body: XmlElement,
  read: (part: XmlElement) => Piece[],
): Margin[] {
  const sections = [...below(body, 'w:sectPr')];
  const seen = new Set<string>();
  return sections.flatMap((section, i) => {
    const title = child(section, 'w:titlePg');
    const hasFirst = title !== undefined && isOn(title.attributes['w:val'] ?? '1');
    return [...below(section, 'w:headerReference', 'w:footerReference')].flatMap((reference) => {
      const { 'w:type': type = 'default', 'r:id': id = '' } = reference.attributes;
      const part = seen.has(id) || (type === 'first' && !hasFirst) ? undefined : file.byId(id);
      seen.add(id);
      if (!part) return [];
      const isFirst = i === 0 && type === (hasFirst ? 'first' : 'default');
      const isAtTheTop = isFirst && reference.name === 'w:headerReference';
      return [{ pieces: read(part), isAtTheTop }];
    });
  });
}
