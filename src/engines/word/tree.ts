/** HTML as a browser and as a server have it: an element, or text alone. */
export interface Tree {
  /** Empty for text. */
  name: string;
  text?: string;
  attributes?: Record<string, string>;
  children?: Tree[];
}

/** `{ 'font-size': '14.0pt', 'mso-list': 'l0 level1 lfo1' }` */
export const styleOf = ({ attributes }: Tree): Record<string, string> =>
  declarations(attributes?.style ?? '');

export function declarations(style: string): Record<string, string> {
  const parts = style.split(';').map((part) => {
    const at = part.indexOf(':');
    return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
  });
  return Object.fromEntries(parts.filter(([name]) => name));
}

export const classOf = ({ attributes }: Tree): string => attributes?.class ?? '';

export function textOf({ text, children }: Tree): string {
  return text ?? (children ?? []).map(textOf).join('');
}

/** From 1; 0 for what is no heading. */
export function headingLevel(tree: Tree): number {
  const online = tree.attributes?.role === 'heading' ? tree.attributes['aria-level'] : undefined;
  const level = /^h([1-6])$/.exec(tree.name) ?? /MsoHeading([1-9])/.exec(classOf(tree));
  return Number.parseInt(level?.[1] ?? online ?? '', 10) || 0;
}

/** The elements of one name in a table, whatever groups them. */
export function elements(tree: Tree, wanted: string): Tree[] {
  return (tree.children ?? []).flatMap((child) => {
    if (child.name === wanted) return [child];
    return /^(tbody|thead|tfoot)$/.test(child.name) ? elements(child, wanted) : [];
  });
}
