import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import request from 'supertest';
import { Config, type Environment } from '../../src/platform/config/config.ts';
import { CoreModule } from '../../src/database/core.module.ts';
import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { SampleModule } from '../../src/dev/sample/sample.module.ts';
import { SampleOffice } from '../../src/dev/sample/sample-office.ts';
import { thaiBinh } from '../../src/dev/sample/thai-binh/sample.ts';
import { SAMPLE_PASSWORD } from '../../src/dev/sample/thai-binh/office.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { describeWith } from '../engines/page/outside-tool.ts';
import { freePort } from '../support/free-port.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { redisBackend, type QueueBackend } from '../support/queue-backend.ts';
import { startS3Server, type S3Server } from '../support/s3-server.ts';
import { scratchFolder } from '../support/scratch.ts';
import { until } from '../support/until.ts';
import { built } from '../support/built.ts';
import { atLeast } from '../support/lane.ts';

const RECIPIENTS = atLeast(120, 586);

describeWith(['redis-server'], 'two web processes and two workers', () => {
  let fresh: FreshDatabase;
  let redis: QueueBackend;
  let store: S3Server;
  let mailbox: Mailbox;
  const webs: string[] = [];
  const children: ChildProcess[] = [];

  const start = (program: string, env: object) => {
    const child = spawn(process.execPath, [built(`src/${program}.ts`)], {
      cwd: packageRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const stop = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };

  beforeAll(async () => {
    [fresh, redis, store, mailbox] = await Promise.all([
      freshDatabase(),
      redisBackend(),
      startS3Server(),
      Mailbox.start({ dir: await scratchFolder(), port: 0 }),
    ]);
    const env: Environment = {
      ...redis.env,
      DATABASE_URL: fresh.url,
      SMTP_URL: mailbox.url,
      S3_URL: store.url,
      INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
      DELIVERY_CONCURRENCY: '2',
      DELIVERY_SWEEP_SECONDS: '1',
      HOST: '127.0.0.1',
    };

    @Module({ imports: [CoreModule.for(new Config(env)), SampleModule] })
    class Opening {}
    const opening = await NestFactory.createApplicationContext(Opening, { logger: false });
    await opening.get(SampleOffice).create(thaiBinh, scaledDirectory(RECIPIENTS));
    await opening.close();

    for (let web = 0; web < 2; web += 1) {
      const port = await freePort();
      start('main', { ...env, PORT: String(port) });
      webs.push(`http://127.0.0.1:${port}`);
    }
    for (let worker = 0; worker < 2; worker += 1) {
      start('worker', { ...env, DELIVERY_JOURNAL_DIR: await scratchFolder() });
    }
    for (const web of webs) {
      const answers = () =>
        request(web)
          .get('/sign-in')
          .then(
            ({ status }) => status < 500,
            () => false,
          );
      await until('it answers', answers, 100); // four processes start at once
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all(children.map(stop));
    await mailbox?.stop();
    await store?.close();
    await redis?.stop();
    await fresh?.drop();
  });

  /** A browser behind a load balancer: every request goes to the other process. */
  const browserOf = async (username: string) => {
    const body = { username, password: SAMPLE_PASSWORD };
    const signedIn = await request(webs[0]!).post('/api/session').send(body).expect(201);
    const cookie = signedIn.headers['set-cookie']!;
    let turn = 0;
    return (method: 'get' | 'post', path: string, values?: object) => {
      turn += 1;
      return request(webs[turn % 2]!)
        [method](path)
        .set('Cookie', cookie)
        .send(values);
    };
  };

  it(`bring ${RECIPIENTS} recipients one mail each, even when a worker leaves in mid-run`, async () => {
    const [drafter, signer, clerk] = await Promise.all(
      ['chuyenvien', 'phogiamdoc', 'vanthu'].map(browserOf),
    );
    const { body: list } = await drafter!('get', '/api/dispatches').expect(200);
    const id = list.items[0].id as string;
    await drafter!('post', `/api/dispatches/${id}/submission`).expect(201);
    await signer!('post', `/api/dispatches/${id}/signature`).expect(201);
    const some = mailbox.received(RECIPIENTS / 4);
    await clerk!('post', `/api/dispatches/${id}/issuance`).expect(201);
    await some;
    await stop(children.at(-1)!);
    const total = await until(
      'every delivery has an outcome',
      async () => {
        const { body } = await clerk!('get', `/api/dispatches/${id}/progress`).expect(200);
        return body.total.waiting === 0 ? body.total : undefined;
      },
      60,
    );
    expect(total).toMatchObject({ total: RECIPIENTS, delivered: RECIPIENTS });
    expect(mailbox.count).toBe(RECIPIENTS);
    const ids = new Set<string>();
    for (let mail = 1; mail <= RECIPIENTS; mail += 1)
      ids.add((await mailbox.read(mail)).messageId!);
    expect(ids.size).toBe(RECIPIENTS);
    await until('the file is in the object store', async () => store.objects.size > 0);
    for (const web of webs) {
      const mail = await mailbox.read(1);
      const link = /\/a\/[\w-]+/.exec(mail.text!)![0];
      await request(web).get(`${link}/document.pdf`).expect(200);
    }
  }, 120_000);
});
