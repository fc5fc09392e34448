import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageRoot } from '../src/platform/process/package-root.ts';
import { styleSheets } from '../src/platform/web/style-sheets.ts';

/**
 * From the ground up: what stands in one line imports from its own and from those before it, types
 * and views included, never from those after it.
 */
const ORDER = [
  ['platform'],
  ['engines'],
  // What several rooms of the office say of a recipient.
  ['office/recipient-words.ts'],
  ['office/accounts', 'office/journal'],
  ['office/calendar'],
  ['office/directory'],
  ['office/mandates'],
  ['office/signing-keys'],
  ['office/dispatches'],
  ['office/delivery'],
  ['office/recipients'],
  ['office/issuing'],
  ['office/register'],
  ['office/follow-up'],
  ['office/verifying'],
  // What may be changed from here is anywhere above.
  ['office/administration'],
  ['database'],
  ['ops'],
  ['openapi.ts', 'app.module.ts', 'worker.module.ts', 'web-application.ts'],
  ['main.ts', 'worker.ts', 'migrate.ts'],
  ['dev'],
];

const level = new Map(ORDER.flatMap((rooms, height) => rooms.map((room) => [room, height])));

const folders = (folder: string) =>
  readdirSync(join(packageRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const files = (folder: string, kind = /(?<!\.spec|\.d)\.tsx?$/): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => join(folder, file));

const source = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

interface Import {
  to: string;
  isType: boolean;
}

const IMPORT = /(?:import|export) (type )?(?:\{[^}]*\}|[^'{}]*?)(?: from)? ?'(\.[^']+)'/g;

const importsOf = (file: string): Import[] =>
  [...source(file).matchAll(IMPORT)].map(([whole, type, path]) => ({
    to: relative(packageRoot, join(packageRoot, dirname(file), path!)),
    isType: Boolean(type) || onlyTypes(whole),
  }));

const onlyTypes = (statement: string) => {
  const names = /\{([^}]*)\}/
    .exec(statement)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return Boolean(names?.filter(Boolean).every((name) => name.startsWith('type ')));
};

/** `office/issuing` of `src/office/issuing/freeze.ts`, and of its view. */
function roomOf(file: string): string {
  const [, floor, room] = file.split('/');
  return floor === 'office' ? `${floor}/${room}` : floor!;
}

const all = [...files('src'), ...files('templates')];
const imports = new Map(all.map((file) => [file, importsOf(file)]));

describe('the house', () => {
  it('has at most six floors, and on the floor of the office at most sixteen rooms', () => {
    expect(folders('src').length).toBeLessThanOrEqual(6);
    expect(folders('src/office').length).toBeLessThanOrEqual(16);
  });

  it.each(['templates', 'test'])('%s mirrors the rooms', (folder) => {
    const floors = folders(folder).filter((name) => folders('src').includes(name));
    const strange = folders(`${folder}/office`).filter(
      (name) => !folders('src/office').includes(name),
    );
    expect(floors).toContain('office');
    expect(strange).toEqual([]);
  });

  it.each(all)('%s looks down only', (file) => {
    const own = level.get(roomOf(file));
    expect(own).toBeDefined();
    const above = imports.get(file)!.filter(({ to }) => !(level.get(roomOf(to))! <= own!));
    expect(above).toEqual([]);
  });

  it('has no circle of files, types counted', () => {
    const open = new Set(all);
    // What imports nothing that is still open is no part of a circle; nor is what only leads to such.
    for (let before = 0; before !== open.size;) {
      before = open.size;
      for (const file of open)
        if (!imports.get(file)!.some(({ to }) => open.has(to))) open.delete(file);
    }
    expect([...open]).toEqual([]);
  });

  it.each(files('templates'))('%s takes from rooms types and words alone', (file) => {
    const taken = imports
      .get(file)!
      .filter(({ to, isType }) => !isType && /^src\/(?!platform\/(text|time)\/|engines\/)/.test(to))
      .filter(({ to }) => !/[/-]words\.ts$/.test(to));
    expect(taken).toEqual([]);
  });

  it('takes files in one way only', () => {
    const takers = files('src').filter((file) =>
      /\b(File|Files|AnyFiles|FileFields)Interceptor\b|'multer'/.test(source(file)),
    );
    expect(takers).toEqual(['src/platform/web/upload.ts']);
  });

  it('writes the words of an enumeration once: checks of entities are made from them', () => {
    const literal = files('src', /\.entity\.ts$/).filter((file) =>
      /@Check\(\s*'\w+',\s*['`]\w+ IN \('/.test(source(file)),
    );
    expect(literal).toEqual([]);
  });

  it('dresses pages in every style sheet there is', () => {
    expect(files('templates', /\.css$/).toSorted()).toEqual(styleSheets.toSorted());
  });

  it.each([...files('src'), ...files('templates', /\.(tsx?|css|js)$/)])(
    '%s can be read at one sitting',
    (file) => {
      expect(source(file).split('\n').length).toBeLessThan(301);
    },
  );
});
