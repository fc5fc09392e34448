import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { until } from '../../support/until.ts';

const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Stands where our program does: it says who it is and lives until it is told to stop. */
const PROGRAM = `
process.once('SIGTERM', () => { console.log('stopped well'); process.exit(0); });
setInterval(() => {}, 1000);
console.log('pid ' + process.pid);
`;

describe('the commands of package.json', () => {
  const programs = Object.entries(scripts).flatMap(([name, script]) =>
    [...script.matchAll(/node dist\/(\S+)\.js|--entryFile (\S+)/g)].map(([, built, entry]) => [
      name,
      built ?? entry!,
    ]),
  );

  it.each(programs)('npm run %s starts a program that there is: %s', (_, program) => {
    expect(existsSync(join(packageRoot, `${program}.ts`))).toBe(true);
  });
});

describe('SIGTERM to npm', () => {
  it.each(['web', 'worker', 'migrate', 'start', 'backup'])(
    'reaches node behind npm run %s',
    async (name) => {
      const folder = await scratchFolder();
      const script = scripts[name]!;
      const program = join(folder, script.match(/node (dist\/\S+)/)![1]!);
      mkdirSync(dirname(program), { recursive: true });
      writeFileSync(program, PROGRAM);
      const stub = { name: 'stub', version: '1.0.0', scripts: { build: 'true', [name]: script } };
      writeFileSync(join(folder, 'package.json'), JSON.stringify(stub));
      const npm = spawn('npm', ['run', name], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      npm.stdout.on('data', (chunk) => (said += String(chunk)));
      const pid = await until('node runs', async () => said.match(/pid (\d+)/)?.[1], 60);
      npm.kill('SIGTERM');
      try {
        await until('node is told', async () => said.includes('stopped well'));
      } finally {
        if (!said.includes('stopped well')) process.kill(Number(pid), 'SIGKILL');
      }
    },
    90_000,
  );
});

describe('what is run beside running services', () => {
  const OPERATING = [
    'web',
    'worker',
    'migrate',
    'office',
    'office:link',
    'people:list',
    'reset-sign-in',
    'secret:renew',
    'backup',
    'restore',
    'verify',
    'journal:verify',
    'journal:erase',
    'explain',
  ];

  it.each(OPERATING)('leaves to npm run %s what was built', async (name) => {
    const folder = await scratchFolder();
    const script = scripts[name]!;
    const program = join(folder, script.match(/node (dist\/\S+)/)![1]!);
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(program, `console.log('ran')`);
    // An image or a machine without development packages cannot build, and services run from what is there.
    const stub = { name: 'stub', version: '1.0.0', scripts: { build: 'exit 9', [name]: script } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(stub));
    expect(execFileSync('npm', ['run', '-s', name], { cwd: folder, encoding: 'utf8' })).toBe(
      'ran\n',
    );
  });
});
