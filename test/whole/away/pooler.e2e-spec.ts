import type { Config } from '../../../src/platform/config/config.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { openQueue, openWorker } from '../../../src/office/delivery/outbox/queue-backend.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { freePort } from '../../support/free-port.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { pgbouncer, type Pooler } from '../../support/pgbouncer.ts';
import { startProgram, type Program } from '../../support/program.ts';
import { redisBackend } from '../../support/queue-backend.ts';
import { until } from '../../support/until.ts';

describeWith(['pgbouncer', 'redis-server'], 'behind PgBouncer', () => {
  let fresh: FreshDatabase;
  const poolers: Pooler[] = [];
  const programs: Program[] = [];
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterEach(async () => {
    await Promise.all(programs.splice(0).map((program) => program.stop()));
    await Promise.all(poolers.splice(0).map((pooler) => pooler.stop()));
  });
  afterAll(() => fresh?.drop());
  const pooler = async (mode: 'session' | 'transaction', at?: number) => {
    const started = await pgbouncer(fresh.url, mode, at);
    poolers.push(started);
    return started;
  };
  const start = async (env: Record<string, string | undefined>) => {
    const both = await Promise.all([startProgram('main', env), startProgram('worker', env)]);
    programs.push(...both);
    return both;
  };

  it('a queue in session mode hands its jobs to a worker that listens', async () => {
    const { url } = await pooler('session');
    await migrate(url);
    const config = { databaseUrl: url } as Config;
    const done: string[] = [];
    const queue = openQueue(config);
    const worker = openWorker(config, 1, async ({ data }) => void done.push(data.dispatchId));
    const errors: Error[] = [];
    queue.opened.on('error', (error) => errors.push(error));
    worker.opened.on('error', (error) => errors.push(error));
    await worker.opened.waitUntilReady();
    const running = worker.opened.run();
    const add = (dispatchId: string) =>
      queue.opened.add('deliver', { dispatchId, channel: 'email', priority: 1, turn: 0 });
    await add('first');
    await until('the first is done', async () => done.includes('first'));
    await add('second');
    await until('the second is done', async () => done.includes('second'));
    await worker.close(5000);
    await queue.close(5000);
    await running;
    expect(errors).toEqual([]);
  }, 90_000);

  it('web and worker say what to do in transaction mode, once, and work when it is done', async () => {
    const port = await freePort();
    const first = await pooler('transaction', port);
    const [web, worker] = await start({ DATABASE_URL: first.url });
    for (const program of [web, worker]) {
      await until('it says so', async () => program.printed().includes('pool_mode = session'), 120);
      expect((await program.ready())?.status).toBe(503);
    }
    expect((await fetch(`${web.address}/dispatches`)).status).toBe(503);
    await poolers.pop()!.stop();
    await pooler('session', port);
    await Promise.all([web.isReady(), worker.isReady()]);
    for (const program of [web, worker]) {
      expect(program.printed().match(/pool_mode = session/g)).toHaveLength(1);
      expect(program.printed().split('\n').length).toBeLessThan(60);
      expect(await program.stop()).toBe('SIGTERM');
    }
    programs.splice(0);
  }, 240_000);

  it('what waits in transaction mode ends when it is told to, and migrate refuses in words', async () => {
    const { url } = await pooler('transaction');
    await expect(migrate(url)).rejects.toThrow('pool_mode = session');
    const worker = await startProgram('worker', { DATABASE_URL: url });
    programs.push(worker);
    await until('it says so', async () => worker.printed().includes('pool_mode = session'), 120);
    expect(await worker.stop()).toBe(0);
    programs.splice(0);
  }, 150_000);

  it('with the queue in Redis, transaction mode will do', async () => {
    const [{ url }, redis] = [await pooler('transaction'), await redisBackend()];
    try {
      const both = await start({ DATABASE_URL: url, ...redis.env } as Record<string, string>);
      await Promise.all(both.map((program) => program.isReady()));
      for (const program of both) expect(await program.stop()).toBe('SIGTERM');
      programs.splice(0);
    } finally {
      await redis.stop();
    }
  }, 150_000);
});
