import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

interface Asset {
  mediaType: string;
  bytes: Buffer;
  version: string;
}

function read(path: string | string[], mediaType: string): Asset {
  const bytes = Buffer.concat([path].flat().map((part) => readFileSync(part)));
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { mediaType, bytes, version };
}

/** The few files that pages refer to, served from memory under their content's hash. */
export const assets: Record<string, Asset> = {
  'style.css': read(
    [
      join(packageRoot, 'templates/style.css'),
      join(packageRoot, 'templates/tracking/tracking.css'),
    ],
    'text/css; charset=utf-8',
  ),
  'passkeys.js': read(
    join(packageRoot, 'templates/scripts/passkeys.js'),
    'text/javascript; charset=utf-8',
  ),
  'compose.js': read(
    join(packageRoot, 'templates/scripts/compose.js'),
    'text/javascript; charset=utf-8',
  ),
  'htmx.js': read(
    createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'),
    'text/javascript; charset=utf-8',
  ),
  'hx-sse.js': read(
    createRequire(import.meta.url).resolve('htmx.org/dist/ext/hx-sse.min.js'),
    'text/javascript; charset=utf-8',
  ),
};

export function assetUrl(name: string): string {
  return `/assets/${assets[name]!.version}/${name}`;
}
