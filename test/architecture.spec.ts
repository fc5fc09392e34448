import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageRoot } from '../src/platform/process/package-root.ts';
import { styleSheets } from '../src/platform/web/style-sheets.ts';

/** Rooms from the ground up: a room imports from those before it, never from those after it. */
const ROOMS = [
  [
    ...[
      'config.ts',
      'calendar',
      'web',
      'files',
      'problems.ts',
      'rule-violation.ts',
      'own-fault.ts',
      'one-of.ts',
      'quiet-client.ts',
      'input-words.ts',
    ],
    ...[
      'package-root.ts',
      'naming.ts',
      'start-thread.ts',
      'bounded-thread.ts',
      'periodic-task.ts',
      'periodic-tasks.ts',
    ],
    ...[
      'refused-to-start.ts',
      'database-url.ts',
      'given.ts',
      'json-file.ts',
      'in-words.ts',
      'wrong-arguments.ts',
    ],
    ...['setting-kinds.ts', 'settings-together.ts', 'run.ts'],
    'installation',
    ...['complaints.ts', 'trouble-words.ts', 'troubles.ts'],
  ],
  ['accounts', 'journal'],
  ['holidays'],
  ['directory'],
  ['dispatches'],
  ['mandates'],
  ['documents'],
  ['signing'],
  ['drafting'],
  ['delivery'],
  ['recalling'],
  ['receiving'],
  ['inbox', 'history'],
  ['issuing'],
  ['reminding'],
  ['tracking', 'verifying', 'evidence', 'register', 'agencies'],
  ['desk'],
  ['observing'],
  [
    'migrations',
    'database',
    'database.ts',
    'core.module.ts',
    'openapi',
    'app.module.ts',
    'worker.module.ts',
  ],
  ['web-application.ts', 'wait-for-database.ts', 'setup', 'main.ts', 'worker.ts', 'migrate.ts'],
  ['embedded', 'bench', 'start.ts'],
];

const level = new Map(ROOMS.flatMap((rooms, height) => rooms.map((room) => [room, height])));

const imports = (file: string) =>
  [...readFileSync(join(packageRoot, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path]) =>
    relative(packageRoot, join(packageRoot, dirname(file), path!)),
  );

const files = (folder: string, kind = /(?<!\.spec|\.d)\.tsx?$/): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => join(folder, file));

const roomOf = (file: string) => file.split('/')[1]!;

describe('the house', () => {
  it.each(files('src'))('%s looks down only', (file) => {
    const own = level.get(roomOf(file));
    expect(own).toBeDefined();
    const above = imports(file).filter(
      (target) => target.startsWith('src/') && !(level.get(roomOf(target))! <= own!),
    );
    expect(above).toEqual([]);
  });

  it.each(files('templates'))('%s takes from src what is pure', (file) => {
    const source = readFileSync(join(packageRoot, file), 'utf8');
    expect(source).not.toMatch(/import (?!type)[^;]*\.(service|controller|module|pages)\.tsx?'/);
  });

  it('takes files in one way only', () => {
    const takers = files('src').filter((file) =>
      /\b(File|Files|AnyFiles|FileFields)Interceptor\b|'multer'/.test(
        readFileSync(join(packageRoot, file), 'utf8'),
      ),
    );
    expect(takers).toEqual(['src/platform/web/upload.ts']);
  });

  it('writes the words of an enumeration once: checks of entities are made from them', () => {
    const literal = files('src', /\.entity\.ts$/).filter((file) =>
      /@Check\(\s*'\w+',\s*['`]\w+ IN \('/.test(readFileSync(join(packageRoot, file), 'utf8')),
    );
    expect(literal).toEqual([]);
  });

  it('dresses pages in every style sheet there is', () => {
    expect(files('templates', /\.css$/).toSorted()).toEqual(styleSheets.toSorted());
  });

  it.each([...files('src'), ...files('templates', /\.(tsx?|css|js)$/)])(
    '%s can be read at one sitting',
    (file) => {
      expect(readFileSync(join(packageRoot, file), 'utf8').split('\n').length).toBeLessThan(301);
    },
  );
});
