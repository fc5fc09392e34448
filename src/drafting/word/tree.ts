/** HTML as a browser and as a server have it: an element, or text alone. */
export interface Tree {
  /** Empty for text. */
  name: string;
  text?: string;
  attributes?: Record<string, string>;
  children?: Tree[];
}

/** `{ 'font-size': '14.0pt', 'mso-list': 'l0 level1 lfo1' }` */
export function styleOf({ attributes }: Tree): Record<string, string> {
  const declarations = (attributes?.style ?? '').split(';').map((part) => {
    const at = part.indexOf(':');
    return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
  });
  return Object.fromEntries(declarations.filter(([name]) => name));
}

export const classOf = ({ attributes }: Tree): string => attributes?.class ?? '';

export function textOf({ text, children }: Tree): string {
  return text ?? (children ?? []).map(textOf).join('');
}
