/** Only a path of our own site, never `//elsewhere` or `/\elsewhere`. */
export const ownPath = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
