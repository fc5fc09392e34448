import { transformFile } from '@swc/core';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import swc from './swc.config.js';

/**
 * `src` and `templates` to `dist`, compiled as the tests compile them, in seconds; types are checked
 * by `npm run check`.
 */
const AT_ONCE = 16;

await rm('dist', { recursive: true, force: true });
const sources = (
  await Promise.all(
    ['src', 'templates'].map((folder) =>
      readdir(folder, { recursive: true }).then((names) => names.map((name) => join(folder, name))),
    ),
  )
)
  .flat()
  .filter((file) => /(?<!\.spec)\.tsx?$|\.sql$/.test(file))
  .values();

await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const file of sources) await (file.endsWith('.sql') ? copy(file) : compile(file));
  }),
);

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
  const name = target.slice(dirname(target).length + 1);
  await writeFile(target, `${code}\n//# sourceMappingURL=${name}.map\n`);
  await writeFile(`${target}.map`, map);
}
