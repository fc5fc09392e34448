import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SAMPLES } from '../../src/dev/sample/samples.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { describeWith, run } from '../engines/page/outside-tool.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { runProgram } from '../support/run-program.ts';
import { scratchFolder } from '../support/scratch.ts';

const UNIT = 'docs/deploy/noi-nhan@.service';
const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

describeWith(['systemd-analyze'], 'the service unit', () => {
  it.each(['main', 'worker'])('is taken by systemd for %s', async (program) => {
    const folder = await scratchFolder();
    const unit = join(folder, `noi-nhan@${program}.service`);
    await writeFile(unit, read(UNIT).replace('/usr/bin/node', process.execPath));
    expect(run('systemd-analyze', 'verify', '--man=no', unit)).toBe('');
    expect(existsSync(join(packageRoot, 'src', `${program}.ts`))).toBe(true);
  });
});

describe('the image', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, names]) => names!.split(' '),
  );

  it('copies only what there is, and all that the build reads', () => {
    expect(copied.filter((name) => !existsSync(join(packageRoot, name)))).toEqual([]);
    const needed = ['build.mjs', 'build-editor.mjs'].flatMap((file) =>
      [...read(file).matchAll(/(?:from |import\()'\.\/([\w./-]+)'/g)].map(([, name]) => name!),
    );
    expect(copied.map((name) => basename(name))).toEqual(expect.arrayContaining(needed));
  });
});

describe('opening a sample, as docker compose does', () => {
  const open = (args: string[], DATABASE_URL: string) =>
    runProgram('dev/open-sample', args, {
      DATABASE_URL,
      SMTP_URL: 'smtp://127.0.0.1:1',
      INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
    });

  it.each(SAMPLES)(
    'says once how to sign in, for $key',
    async ({ key, title, file, password }) => {
      const fresh = await freshDatabase();
      try {
        const first = await open(['--sample', key], fresh.url);
        for (const words of [title, password, ...file.people.map(({ username }) => username)]) {
          expect(first.out).toContain(words);
        }
        expect((await open([], fresh.url)).out).toBe('');
      } finally {
        await fresh.drop();
      }
    },
    120_000,
  );

  it('names the samples there are when asked for another', async () => {
    const { code, said } = await open(['--sample', 'ha-noi'], 'postgresql://127.0.0.1:1/none');
    expect(code).toBe(2);
    expect(said).toBe('Không có mẫu “ha-noi”. Các mẫu: thai-binh, hung-yen.\n');
  });
});
