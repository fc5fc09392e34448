import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Env } from '../src/platform/config/config.ts';
import { packageRoot } from '../src/platform/process/package-root.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
const spans = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

interface Row {
  names: string[];
  /** What stands as code in the column "default", without what is said in brackets. */
  defaults: string[];
}

/** The table of environment variables. */
function table(): Row[] {
  const section = read('README.md').split('\n## Configuration\n')[1]!.split('\n## ')[0]!;
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => {
    const [, names, , usual] = row.split(/(?<!\\)\|/);
    return { names: spans(names!), defaults: spans(usual!.replaceAll(/\([^)]*\)/g, '')) };
  });
}

/** What a variable is without being set, as one would write it; nothing where it has no value. */
function usual(name: keyof typeof Env.shape): string | undefined {
  const { data } = Env.shape[name].safeParse(undefined);
  const written = data === undefined ? '' : String(data);
  // Where temporary files go differs from machine to machine.
  return written === '' || name === 'DELIVERY_JOURNAL_DIR' ? undefined : written;
}

describe('README.md', () => {
  it('lists every variable that is read, once, and no other', () => {
    const direct = filesIn('src', /\.tsx?$/)
      .filter((file) => !file.startsWith('src/dev/bench/'))
      .flatMap((file) => [...read(file).matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g)])
      .map(([, name]) => name!)
      .filter((name) => name !== 'PATH');
    const known = new Set([...Object.keys(Env.shape), ...direct]);
    expect(
      table()
        .flatMap(({ names }) => names)
        .toSorted(),
    ).toEqual([...known].toSorted());
  });

  it('is followed by .env.example, variable by variable', () => {
    const written = [...read('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)];
    expect(written.map(([, name]) => name)).toEqual(table().flatMap(({ names }) => names));
  });

  it('gives the defaults that hold', () => {
    const isShape = (name: string): name is keyof typeof Env.shape => name in Env.shape;
    const wrong = table().flatMap(({ names, defaults }) => {
      const hold = names.filter(isShape).flatMap((name) => usual(name) ?? []);
      const isRight = hold.length === 0 || hold.join(' ') === defaults.join(' ');
      return isRight
        ? []
        : [`${names.join(', ')}: ${defaults.join(' ')}, really ${hold.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('calls no default what has none', () => {
    const free = table().filter(({ names }) =>
      names.every(
        (name) => name in Env.shape && usual(name as keyof typeof Env.shape) === undefined,
      ),
    );
    const claimed = free.flatMap(({ names, defaults }) =>
      defaults.filter((code) => /^[\d,.]+$/.test(code)).map((code) => `${names.join()}: ${code}`),
    );
    expect(claimed).toEqual([]);
  });
});

describe('what is written for people', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'STYLE.md', ...filesIn('docs', /\.md$/)];

  it.each(documents)('names only commands that there are: %s', (document) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(document).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  /** Where paths in these pages begin; docs/sending.md is about the room of delivery. */
  const HOUSES = ['.', 'src', 'src/office', 'src/office/delivery'];

  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'STYLE.md', 'docs/sending.md'])(
    'names only files and folders that there are: %s',
    (document) => {
      const code = [...read(document).matchAll(/`([^`\s]+)`/g)].map(([, span]) => span!);
      const paths = code.filter((span) => /^[.\w-]+(\/[\w.-]+)+\/?$/.test(span));
      const gone = paths
        .filter((path) => !path.startsWith('build/'))
        .filter((path) => HOUSES.every((house) => !existsSync(join(packageRoot, house, path))));
      expect(paths.length).toBeGreaterThan(1);
      expect(gone).toEqual([]);
    },
  );

  it.each(documents)('leads to files that there are: %s', (document) => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to]) => to!);
    const gone = links
      .filter((to) => !/^(https?|mailto):/.test(to))
      .filter((to) => !existsSync(join(packageRoot, dirname(document), to)));
    expect(gone).toEqual([]);
  });

  it('has every picture in use', () => {
    const used = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\(([^)\s]+\.png)\)|src="([^"]+\.png)"/g)].map(([, a, b]) =>
        relative('.', join(dirname(document), (a ?? b)!)),
      ),
    );
    expect(filesIn('docs', /\.png$/).filter((picture) => !used.includes(picture))).toEqual([]);
  });
});
