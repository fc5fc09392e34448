import { child, elementsOf, ownText, type XmlElement } from './xml.ts';

const SIMPLE = /^[\p{L}\p{N}.,]*$/u;
const grouped = (text: string) => (SIMPLE.test(text) ? text : `(${text})`);

/** A formula of Office (ECMA-376 part 1, 22.1) on one line: `(a + b)/2`, `x^2`, `√(x)`. */
export function linear(element: XmlElement): string {
  const part = (name: string) => {
    const found = child(element, `m:${name}`);
    return found ? linear(found) : '';
  };
  const property = (name: string, otherwise: string) => {
    const found = child(child(element, `${element.name}Pr`), `m:${name}`);
    return found?.attributes['m:val'] ?? otherwise;
  };
  const all = (name: string) =>
    elementsOf(element)
      .filter((one) => one.name === `m:${name}`)
      .map(linear);
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return ownText(element);
    case 'm:f': {
      const between = property('type', 'bar') === 'noBar' ? ' ' : '/';
      return `${grouped(part('num'))}${between}${grouped(part('den'))}`;
    }
    case 'm:sSup':
      return `${grouped(part('e'))}^${grouped(part('sup'))}`;
    case 'm:sSub':
      return `${grouped(part('e'))}_${grouped(part('sub'))}`;
    case 'm:sSubSup':
    case 'm:sPre':
      return `${grouped(part('e'))}_${grouped(part('sub'))}^${grouped(part('sup'))}`;
    case 'm:rad':
      return part('deg') ? `${grouped(part('deg'))}√(${part('e')})` : `√(${part('e')})`;
    case 'm:nary': {
      const [from, to] = [part('sub'), part('sup')];
      const bounds = `${from && `_${grouped(from)}`}${to && `^${grouped(to)}`}`;
      return `${property('chr', '∫')}${bounds} ${part('e')}`;
    }
    case 'm:d': {
      const inside = all('e').join(property('sepChr', '|'));
      return `${property('begChr', '(')}${inside}${property('endChr', ')')}`;
    }
    case 'm:func':
      return `${part('fName')} ${grouped(part('e'))}`;
    case 'm:limLow':
      return `${part('e')}_${grouped(part('lim'))}`;
    case 'm:limUpp':
      return `${part('e')}^${grouped(part('lim'))}`;
    case 'm:m':
    case 'm:eqArr':
      return `[${all(element.name === 'm:m' ? 'mr' : 'e').join('; ')}]`;
    case 'm:mr':
      return all('e').join(', ');
    default:
      return elementsOf(element).map(linear).join('');
  }
}
