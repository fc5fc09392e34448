import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { packageRoot } from '../process/package-root.ts';
import { styleSheets } from './style-sheets.ts';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

interface Asset {
  mediaType: string;
  bytes: Buffer;
  /** The same, compressed when it is first asked for. */
  encoded: Partial<Record<Encoding, Buffer>>;
  version: string;
}

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

function read(type: keyof typeof TYPES, ...paths: string[]): Asset {
  const texts = paths.map((path) => readFileSync(resolve(packageRoot, path), 'utf8'));
  const bytes = Buffer.from(texts.map(type === 'css' ? withoutNotes : String).join(''));
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { mediaType: TYPES[type], bytes, version, encoded: {} };
}

/** A style sheet as far as browsers read it. */
function withoutNotes(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '');
}

const script = (...names: string[]) =>
  read('js', ...names.map((name) => `templates/platform/scripts/${name}.js`));
const fromPackage = (path: string) => createRequire(import.meta.url).resolve(path);

/** The few files that pages refer to, served from memory under their content's hash. */
export const assets: Record<string, Asset> = {
  'style.css': read('css', ...styleSheets),
  'passkeys.js': script('passkeys'),
  'compose.js': script('compose', 'places', 'recipient-names'),
  // Made by build-editor.mjs.
  'editor.js': read('js', 'build/editor.js'),
  'paste-reader.js': read('js', 'build/paste-reader.js'),
  'htmx.js': read('js', fromPackage('htmx.org/dist/htmx.min.js')),
  'hx-sse.js': read('js', fromPackage('htmx.org/dist/ext/hx-sse.min.js')),
};

/** An asset as a browser takes it that understands this encoding. */
export function encoded({ bytes, encoded }: Asset, encoding: Encoding): Buffer {
  return (encoded[encoding] ??= encoding === 'br' ? brotliCompressSync(bytes) : gzipSync(bytes));
}

export function assetUrl(name: string): string {
  return `/assets/${assets[name]!.version}/${name}`;
}
