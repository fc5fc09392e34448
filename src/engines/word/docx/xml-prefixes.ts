/** ECMA-376: the namespaces of the transitional and of the strict form are the same vocabulary. */
export const PREFIXES = new Map<string, string>(
  Object.entries({
    w: ['wordprocessingml/2006/main', 'wordprocessingml/main'],
    m: ['officeDocument/2006/math', 'officeDocument/math'],
    r: ['officeDocument/2006/relationships', 'officeDocument/relationships'],
    a: ['drawingml/2006/main', 'drawingml/main'],
    wp: ['drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
  }).flatMap(([prefix, [transitional, strict]]) => [
    [`http://schemas.openxmlformats.org/${transitional}`, prefix] as const,
    [`http://purl.oclc.org/ooxml/${strict}`, prefix] as const,
  ]),
);

/** Ids of editing sessions: many, and of no use here. */
export const IGNORED = /^(?:w:rsid|w14:(?:para|text)Id)/;

/** The namespaces by their prefixes here, and the names that were read with them. */
export interface Prefixes {
  of: Map<string, string>;
  names: Map<string, string>;
}

export const noPrefixes = (): Prefixes => ({ of: new Map(), names: new Map() });

export function declared(given: Record<string, string>, outer: Prefixes): Prefixes {
  let inner: Prefixes | undefined;
  for (const name in given) {
    if (!/^xmlns(:|$)/.test(name)) continue;
    inner ??= { of: new Map(outer.of), names: new Map() };
    inner.of.set(name.slice(6), PREFIXES.get(given[name]!) ?? '?');
  }
  return inner ?? outer;
}

export function canonical(name: string, { of, names }: Prefixes): string {
  let known = names.get(name);
  if (known === undefined) names.set(name, (known = named(name, of)));
  return known;
}

function named(name: string, prefixes: Map<string, string>): string {
  const at = name.indexOf(':');
  const prefix = at < 0 ? '' : name.slice(0, at);
  if (prefix === 'xml') return name;
  const known = prefixes.get(prefix);
  const local = name.slice(at + 1);
  // An unknown namespace keeps the prefix that its producer gave it, which is the customary one.
  if (known === '?' || known === undefined) return prefix ? `${prefix}:${local}` : local;
  return `${known}:${local}`;
}
