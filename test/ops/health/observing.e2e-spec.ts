import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { freePort } from '../../support/free-port.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { until } from '../../support/until.ts';
import { built } from '../../support/built.ts';

const PATIENCE_MS = 90_000; // programs start from their sources

describe('a process in operation', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => (fresh = await freshDatabase()));
  afterAll(() => fresh?.drop());

  interface Running {
    child: ChildProcess;
    address: string;
    /** Where health and metrics are. */
    beside: string;
    /** All that it printed, once it has ended. */
    printed: Promise<string>;
    ended: Promise<unknown[]>;
  }

  async function start(
    program: 'main' | 'worker',
    env: Record<string, string> = {},
  ): Promise<Running> {
    const [port, metrics] = await Promise.all([freePort(), freePort()]);
    const child = spawn(process.execPath, [built(`src/${program}.ts`)], {
      cwd: packageRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...{ DATABASE_URL: fresh.url, SMTP_URL: 'smtp://someone:smtp-password@127.0.0.1:1' },
        ...{ INSTALLATION_SECRET: 'a secret of this test run, 32 or more', HOST: '127.0.0.1' },
        ...{ PORT: String(port), METRICS_PORT: String(metrics), ...env },
      },
    });
    const ended = once(child, 'exit');
    const printed = text(child.stdout!);
    const beside = `http://127.0.0.1:${metrics}`;
    const isReady = () =>
      fetch(`${beside}/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('it is ready', isReady, 60);
    return { child, address: `http://127.0.0.1:${port}`, beside, printed, ended };
  }

  it(
    'says that it lives, whether it can work, and how much it does',
    async () => {
      const web = await start('main', { METRICS_TOKEN: 'a token for the monitor' });
      try {
        expect(await (await fetch(`${web.address}/health`)).text()).toBe('ok');
        const ready = await fetch(`${web.address}/ready`);
        expect(await ready.json()).toEqual({ database: 'ready', queue: 'ready', process: 'ready' });
        await fetch(`${web.address}/a/khong-co-khong-co`);
        expect((await fetch(`${web.address}/metrics`)).status).toBe(404);
        const headers = { Authorization: 'Bearer a token for the monitor' };
        const own = await (await fetch(`${web.address}/metrics`, { headers })).text();
        const beside = await (await fetch(`${web.beside}/metrics`)).text();
        for (const metrics of [own, beside]) {
          expect(metrics).toMatch(
            /http_request_duration_seconds_count\{method="GET",route="\/a\/:token",status="404"\} 1/,
          );
          expect(metrics).toContain('noi_nhan_queue_jobs{state="waiting"} 0');
          expect(metrics).toContain('process_resident_memory_bytes');
          expect(metrics).not.toContain('khong-co');
        }
      } finally {
        web.child.kill('SIGTERM');
        await web.ended;
      }
    },
    PATIENCE_MS,
  );

  it(
    'logs one JSON line for a request, by its route and with its id, and never a secret',
    async () => {
      const web = await start('main');
      const token = 'TOKEN-IN-A-LINK-0123456789';
      await fetch(`${web.address}/a/${token}`, { headers: { 'X-Request-Id': 'from-the-proxy-1' } });
      const answer = await fetch(`${web.address}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          username: 'typed-name',
          password: 'typed-password',
          code: '123456',
        }),
      });
      const id = answer.headers.get('x-request-id')!;
      expect((await answer.json()).requestId).toBe(id);
      await fetch(`${web.address}/api/groups`, {
        headers: {
          Authorization: 'Bearer nn_key-of-a-program',
          Cookie: 'session=cookie-of-a-person',
        },
      });
      await fetch(`${web.address}/signin/openid/callback?code=code-of-provider`, {
        redirect: 'manual',
      });
      web.child.kill('SIGTERM');
      await web.ended;
      const printed = await web.printed;
      const lines = printed
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toContainEqual(
        expect.objectContaining({
          ...{ requestId: 'from-the-proxy-1', method: 'GET', route: '/a/:token', status: 404 },
          milliseconds: expect.any(Number),
        }),
      );
      expect(lines.filter(({ requestId }) => requestId === id).map(({ level }) => level)).toEqual([
        'warn', // wrong name or password
        'log',
      ]);
      for (const secret of [
        ...[token, 'typed-name', 'typed-password', '123456', 'key-of-a-program'],
        ...['cookie-of-a-person', 'code-of-provider', 'smtp-password', 'a secret of this test run'],
      ]) {
        expect(printed).not.toContain(secret);
      }
    },
    PATIENCE_MS,
  );

  it(
    'answers what is under way when it is told to stop, takes nothing new, and ends well',
    async () => {
      const web = await start('main');
      const { port } = new URL(web.address);
      const slow = connect(Number(port), '127.0.0.1');
      const body = JSON.stringify({ username: 'x', password: 'y' });
      slow.write(
        `POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
      );
      await fetch(`${web.address}/health`); // the slow one has been accepted by now
      web.child.kill('SIGTERM');
      await until('it takes no more', () =>
        fetch(`${web.address}/health`).then(
          () => false,
          () => true,
        ),
      );
      const beside = await fetch(`${web.beside}/ready`);
      expect(beside.status).toBe(503);
      slow.write(body.slice(5));
      expect(await text(slow)).toMatch(/^HTTP\/1\.1 401 [\s\S]*Connection: close/);
      const [code, signal] = await web.ended;
      expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' });
    },
    PATIENCE_MS,
  );

  it(
    'does not wait for ever for somebody who never finishes',
    async () => {
      const web = await start('main', { SHUTDOWN_SECONDS: '0.5' });
      const { port } = new URL(web.address);
      const slow = connect(Number(port), '127.0.0.1');
      slow.on('error', () => {});
      slow.write('POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n');
      await fetch(`${web.address}/health`);
      web.child.kill('SIGTERM');
      await web.ended;
    },
    PATIENCE_MS,
  );

  it(
    'is a worker, too',
    async () => {
      const worker = await start('worker');
      expect(await (await fetch(`${worker.beside}/metrics`)).text()).toContain(
        'noi_nhan_deliveries',
      );
      worker.child.kill('SIGTERM');
      await worker.ended;
    },
    PATIENCE_MS,
  );
});
