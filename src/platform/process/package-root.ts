import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

function find(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : find(dirname(folder));
}

/** The folder of package.json, whether the code runs from `src` or from `dist`. */
export const packageRoot = find(dirname(fileURLToPath(import.meta.url)));

/**
 * What a thread or process of ours is started with: `source` is its TypeScript name beside the caller. A caller that
 * runs from the source, as tests do, starts what was built of it.
 */
export function compiledFrom(source: URL): string {
  const compiled = fileURLToPath(source).replace(/\.ts$/, '.js');
  if (!import.meta.url.endsWith('.ts')) return compiled;
  return join(packageRoot, 'dist', relative(packageRoot, compiled));
}
