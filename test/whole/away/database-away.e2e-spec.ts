import { databaseDoor, type DatabaseDoor } from '../../support/database-door.ts';
import { freePort } from '../../support/free-port.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { startProgram, type Program } from '../../support/program.ts';
import { onServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

const html = { headers: { Accept: 'text/html' } };

describe('while PostgreSQL is away', () => {
  let fresh: FreshDatabase;
  let door: DatabaseDoor;
  const programs: Program[] = [];
  beforeAll(async () => {
    fresh = await freshDatabase();
    door = await databaseDoor(fresh.url, await freePort());
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await door?.shut();
    await fresh?.drop();
  });
  const start = async (name: 'main' | 'worker') => {
    const program = await startProgram(name, { DATABASE_URL: door.url });
    programs.push(program);
    return program;
  };

  it('web and worker wait for it, say so, work when it comes, and outlive the next time', async () => {
    const [web, worker] = await Promise.all([start('main'), start('worker')]);
    for (const { beside } of [web, worker]) {
      const alive = () =>
        fetch(`${beside}/health`).then(
          ({ ok }) => ok,
          () => false,
        );
      await until('it lives', alive, 120);
      expect((await fetch(`${beside}/ready`)).status).toBe(503);
    }
    const early = await fetch(`${web.address}/dispatches`, html);
    expect(early.status).toBe(503);
    expect(await early.text()).toContain('Hệ thống tạm gián đoạn');
    await door.open();
    await Promise.all([web.isReady(), worker.isReady()]);
    expect(worker.printed().match(/waiting for the database/g)).toHaveLength(1);

    await door.shut();
    const page = await until('it is noticed', async () => {
      const answer = await fetch(`${web.address}/a/khong-co-lien-ket-nay`, html);
      return answer.status === 503 ? answer : undefined;
    });
    expect(page!.headers.get('retry-after')).toBe('10');
    expect(await page!.text()).toContain('Hệ thống tạm gián đoạn');
    const api = await fetch(`${web.address}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'vanthu', password: 'x' }),
    });
    expect(api.status).toBe(503);
    expect(api.headers.get('content-type')).toContain('application/problem+json');
    expect((await fetch(`${web.beside}/metrics`)).status).toBe(200);
    await until('worker is not ready', async () => (await worker.ready())?.status === 503, 60);
    await door.open();
    await Promise.all([web.isReady(), worker.isReady()]);
    expect([await web.stop(), await worker.stop()]).toEqual(['SIGTERM', 'SIGTERM']);
    expect(worker.printed().split('\n').length).toBeLessThan(100);
    programs.splice(0);
  }, 180_000);

  it('a process that waits ends when it is told to', async () => {
    await door.shut();
    const worker = await start('worker');
    await until('it waits', async () => worker.printed().includes('waiting for'), 60);
    expect(await worker.stop()).toBe(0);
    programs.splice(0);
  }, 90_000);

  it('a worker without rights on the queue says what to grant, once, and works when it may', async () => {
    await door.open();
    // An owner may take rights from itself, which makes a role like any other of it.
    await onServer(fresh.url, 'REVOKE ALL ON ALL TABLES IN SCHEMA bullmq FROM CURRENT_USER');
    await onServer(fresh.url, 'REVOKE ALL ON SCHEMA bullmq FROM CURRENT_USER');
    const worker = await startProgram('worker', { DATABASE_URL: door.url });
    programs.push(worker);
    const about = () => worker.printed().match(/GRANT USAGE ON SCHEMA bullmq/g) ?? [];
    await until('it says so', async () => about().length > 0, 60);
    await until(
      'it tells that it cannot work',
      async () => (await worker.ready())?.status === 503,
      60,
    );
    const grants = [
      'USAGE ON SCHEMA bullmq',
      'SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq',
      'USAGE, SELECT ON ALL SEQUENCES IN SCHEMA bullmq',
      'EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq',
    ];
    await onServer(fresh.url, `GRANT ${grants[0]} TO CURRENT_USER`);
    await until(
      'it tries again',
      async () => /permission denied for table/.test(worker.printed()),
      60,
    );
    for (const right of grants) {
      expect(worker.printed()).toContain(`GRANT ${right} TO role`);
      await onServer(fresh.url, `GRANT ${right} TO CURRENT_USER`);
    }
    await worker.isReady();
    expect(worker.printed().split('\n').length).toBeLessThan(60);
    expect(await worker.stop()).toBe('SIGTERM');
    programs.splice(0);
  }, 180_000);
});
