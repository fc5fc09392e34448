// Bundles the scripts of a page that stand on libraries: the editor of a draft's body, and what reads the text of other
// programs for it, which comes with the first paste: npm run editor
import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await mkdir(here('build'), { recursive: true });
await bundle('templates/office/dispatches/editor/index.ts', 'build/editor.js');
await bundle('templates/office/dispatches/editor/paste-reader.ts', 'build/paste-reader.js');

async function bundle(source, target) {
  const { outputFiles } = await build({
    entryPoints: [here(source)],
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    logLevel: 'warning',
  });
  // Two kilobytes less on the line than esbuild's own: a draft's page stays below 100 kB with its editor.
  const { code } = await minify(outputFiles[0].text, {
    module: true,
    ecma: 2020,
    compress: { passes: 2 },
  });
  await writeFile(here(target), code);
}
