const HERE = 'http://here';

/**
 * Only a path of our own site. Read as a browser reads it, which drops tabs and line ends and takes
 * `\` for `/`, so that `/<tab>/elsewhere` and `/.//elsewhere` lead to the first page, too.
 */
export function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(to, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
