import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../deliver/free-port.ts';
import type { SendingSystem } from '../deliver/sending-system.ts';
import type { Sink } from '../deliver/sink.ts';

/** As sending-system.ts has it. */
const SECRET = 'the secret of a benchmark, 32 or more';

/** A web process of one build, with one dispatch that was issued to many. */
export interface Served {
  address: string;
  databaseUrl: string;
  /** Of every recipient. */
  tokens: string[];
  stop(): Promise<void>;
}

/**
 * Issues by the build in `folder` and serves its web process. Links are given tokens of the bench, since
 * each build derives them in its own way.
 */
export async function serve(
  folder: string,
  { postgres, sink, recipients }: { postgres: string; sink: Sink; recipients: number },
): Promise<Served> {
  const isToday = existsSync(join(folder, 'dist/src/dev'));
  const bench = join(folder, 'dist/src', isToday ? 'dev/bench' : 'bench');
  const module = pathToFileURL(join(bench, 'deliver/sending-system.js')).href;
  const { SendingSystem: System } = (await import(module)) as {
    SendingSystem: typeof SendingSystem;
  };
  const system = await System.start({
    postgres,
    redis: undefined,
    smtpPort: sink.port,
    agencies: recipients + 4,
  });
  await sink.reset();
  const { dispatchId } = await system.sendToAll(sink);
  const rows = await system.database.query<{ token: string }[]>(
    `UPDATE recipients SET token_hash = encode(sha256(convert_to('rush-' || id, 'UTF8')), 'hex')
     WHERE dispatch_id = $1 RETURNING 'rush-' || id AS token`,
    [dispatchId],
  );
  await system.database.query('VACUUM ANALYZE');
  const { url: databaseUrl } = system.database.options as { url: string };
  await system.stop();
  const server = await listen(folder, databaseUrl, isToday, sink.port);
  const tokens = (Array.isArray(rows[0]) ? (rows[0] as typeof rows) : rows).map(
    ({ token }) => token,
  );
  return { databaseUrl, tokens, ...server };
}

async function listen(folder: string, databaseUrl: string, isToday: boolean, smtpPort: number) {
  const port = await freePort();
  const web = spawn(process.execPath, [join(folder, 'dist/src/main.js')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      [isToday ? 'INSTALLATION_SECRET' : 'LINK_SECRET']: SECRET,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  const ended = once(web, 'exit');
  for (;;) {
    const answer = await fetch(`${address}/ready`).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) break;
    if (web.exitCode !== null) throw new Error(`The web process of ${folder} ended.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = async () => {
    web.kill('SIGTERM');
    await ended;
  };
  return { address, stop };
}
