import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { atLeast } from '../../support/lane.ts';
import { freshDatabase } from '../../support/fresh-database.ts';
import { startS3Server } from '../../support/s3-server.ts';
import { scratchFolder } from '../../support/scratch.ts';

/** `FILE_MB=1000 npx jest test/platform/files/memory` measures others. */
const MEGABYTES = process.env['FILE_MB'] ?? String(atLeast(40, 200));
/** A file that is held whole is a text of twice its length on its way from PostgreSQL, and has no room in this. */
const HEAP_MB = 128;
const STEPS = ['keep', 'read', 'http', 'bundle', 'store', 'backup', 'restore', 'restored'];

it('a file longer than the memory there is goes every way that a file goes', async () => {
  const [here, there] = [await freshDatabase(), await freshDatabase()];
  const store = await startS3Server();
  try {
    const program = spawn(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MB}`,
        ...['--import', './test/support/run-typescript.js'],
        'test/platform/files/large-file-program.ts',
        ...[here.url, there.url, store.url, await scratchFolder(), MEGABYTES],
      ],
      { cwd: packageRoot, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const [printed, complaints, [code]] = await Promise.all([
      text(program.stdout),
      text(program.stderr),
      once(program, 'exit'),
    ]);
    process.stderr.write(
      `A file of ${MEGABYTES} MB: memory above idle, in MB: ${printed.trim().replaceAll('\n', ', ')}\n`,
    );
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(STEPS);
  } finally {
    await store.close();
    await here.drop();
    await there.drop();
  }
}, 300_000);
