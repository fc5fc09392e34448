// Writes NOTICE: the licences of everything that is installed for production. `node notices.mjs`
import { readFile, writeFile } from 'node:fs/promises';

const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
/** Their package.json names none; their LICENSE files say MIT. */
const UNNAMED = new Set(['busboy', 'streamsearch', 'png-js']);

const byLicence = new Map();
for (const [path, { version, license, dev }] of Object.entries(packages)) {
  if (!path || dev) continue;
  const name = path.replace(/^.*node_modules\//, '');
  const licence = license ?? (UNNAMED.has(name) ? 'MIT' : 'not named');
  byLicence.set(licence, [...(byLicence.get(licence) ?? []), `${name} ${version}`]);
}
const parts = [...byLicence]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([licence, names]) =>
      `${licence}\n${names
        .toSorted()
        .map((name) => `  ${name}`)
        .join('\n')}\n`,
  );
await writeFile(
  'NOTICE',
  `Nơi Nhận uses these packages, under these licences.\nTheir texts are in the packages themselves. The bundled font is Tinos, under OFL-1.1.\n\n${parts.join('\n')}`,
);
