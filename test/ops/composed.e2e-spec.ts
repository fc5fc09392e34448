import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { SAMPLE_PASSWORD } from '../../src/dev/sample/thai-binh/office.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { startProgram } from '../support/program.ts';
import { scratchFolder } from '../support/scratch.ts';

const run = promisify(execFile);

interface Service {
  build: string | { context: string; target: string };
  command: string[];
  environment: Record<string, string>;
}

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};
const dockerfile = read('Dockerfile');

/** What compose makes of `${NAME:-default}` without the variable. */
const withDefault = (value: string): string => value.replace(/^\$\{.*:-(.*)\}$/, '$1');

/** No image can be built here, so its steps are done in a folder: what is copied, the build, what is removed. */
async function layImages(): Promise<{ sample: string; production: string }> {
  const sample = await scratchFolder();
  const production = await scratchFolder();
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)];
  for (const name of copied.flatMap(([, names]) => names!.split(' '))) {
    await cp(join(packageRoot, name), join(sample, name), { recursive: true });
  }
  await symlink(join(packageRoot, 'node_modules'), join(sample, 'node_modules'));
  await run('npm', ['run', 'build'], { cwd: sample });
  await cp(sample, production, { recursive: true, verbatimSymlinks: true });
  const [, removed] = /^RUN rm -rf (.+) && npm prune --omit=dev$/m.exec(dockerfile)!;
  for (const folder of removed!.split(' ')) {
    expect(existsSync(join(production, folder))).toBe(true);
    await rm(join(production, folder), { recursive: true });
  }
  return { sample, production };
}

describe('the services of docker-compose.yml', () => {
  let images: Awaited<ReturnType<typeof layImages>>;
  let fresh: FreshDatabase;

  beforeAll(async () => {
    images = await layImages();
    fresh = await freshDatabase();
  }, 120_000);

  afterAll(() => fresh.drop());

  /** The folder of its image, its command, and its settings with what answers on this machine. */
  function service(name: string) {
    const { build, command, environment } = services[name]!;
    const [program, ...args] = command;
    expect(program).toBe('node');
    const folder = typeof build === 'string' ? images.production : images[build.target as 'sample'];
    const env = {
      ...Object.fromEntries(
        Object.entries(environment).map(([key, value]) => [key, withDefault(value)]),
      ),
      DATABASE_URL: fresh.url,
      SMTP_URL: 'smtp://127.0.0.1:1',
      REDIS_URL: '',
    };
    return { folder, command: args.map(withDefault), env };
  }

  async function toItsEnd(name: string): Promise<string> {
    const { folder, command, env } = service(name);
    const { PATH } = process.env;
    const { stdout } = await run(process.execPath, command, { cwd: folder, env: { PATH, ...env } });
    return stdout;
  }

  it('migrates, opens the sample, and serves and sends without the room of developers', async () => {
    await toItsEnd('migrate');
    expect(await toItsEnd('sample')).toContain(SAMPLE_PASSWORD);
    for (const name of ['web', 'worker'] as const) {
      const { env, ...built } = service(name);
      const program = name === 'web' ? 'main' : 'worker';
      const running = await startProgram(program, env, built);
      await running.isReady();
      expect(await running.stop()).toBe('SIGTERM');
    }
  }, 120_000);

  it('tells who runs an operator’s command without a database what to set', async () => {
    const { PATH } = process.env;
    const asked = run(process.execPath, ['dist/src/ops/journal/verify-command.js'], {
      cwd: images.production,
      env: { PATH },
    });
    await expect(asked).rejects.toMatchObject({ stderr: expect.stringContaining('DATABASE_URL') });
  });
});
