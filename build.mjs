// `src` and `templates` to `dist`, compiled as the tests compile them; types are checked by `npm run
// check`. What was built from the same files with the same Node is left as it is.
import { transformFile } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import swc from './swc.config.js';

const AT_ONCE = 16;
const STAMP = 'dist/built-from';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
const folders = await Promise.all(
  ['src', 'templates'].map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
  ),
);
const files = folders.flat().toSorted();
const tools = ['package-lock.json', 'swc.config.js', 'build.mjs', 'build-editor.mjs'];
const fingerprint = await fingerprintOf([...files, ...tools]);
const isBuilt = existsSync('build/editor.js') && existsSync('build/paste-reader.js');
if (!isBuilt || (await readFile(STAMP, 'utf8').catch(() => '')) !== fingerprint) await build();

async function build() {
  await rm('dist', { recursive: true, force: true });
  await import('./build-editor.mjs');
  const sources = files.filter((file) => /(?<!\.spec)\.tsx?$|\.sql$/.test(file)).values();
  const work = Array.from({ length: AT_ONCE }, async () => {
    for (const file of sources) await (file.endsWith('.sql') ? copy(file) : compile(file));
  });
  await Promise.all(work);
  await writeFile(STAMP, fingerprint);
}

/** Changes with Node and with whatever file is newer, other, gone or new. */
async function fingerprintOf(names) {
  const hash = createHash('sha256').update(process.version);
  for (const name of names) {
    const { size, mtimeMs } = await stat(name);
    hash.update(`\n${name} ${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

async function copy(file) {
  await mkdir(dirname(join('dist', file)), { recursive: true });
  await copyFile(file, join('dist', file));
}

async function compile(file) {
  const { code, map } = await transformFile(file, {
    jsc: { ...swc.jsc, rewriteRelativeImportExtensions: true },
    swcrc: false,
    sourceMaps: true,
    module: { type: 'es6' },
  });
  const target = join('dist', file.replace(/\.tsx?$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  await writeFile(`${target}.map`, map);
}
