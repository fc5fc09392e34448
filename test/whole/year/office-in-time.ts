import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import { Mailbox } from '../../../src/dev/mailbox/mailbox.ts';
import { debianPostgres } from '../../support/debian-postgres.ts';
import { freePort } from '../../support/free-port.ts';
import { movingClock, type MovingClock } from '../../support/moving-clock.ts';
import { startProgram } from '../../support/program.ts';
import { runProgram, type Ended } from '../../support/run-program.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { until } from '../../support/until.ts';

/** Whoever asks with this cookie or key; jars go by the real time, in which a cookie of last year is over. */
export interface Asker {
  get(path: string): Test;
  post(path: string): Test;
  put(path: string): Test;
}

/** The product on a clock that the story moves: PostgreSQL, web and worker are processes of their own. */
export interface OfficeInTime {
  address: string;
  mailbox: Mailbox;
  clock: MovingClock;
  asking(headers: Record<string, string>): Asker;
  /** A new session: none lasts from one part of the year to the next. */
  as(username: string, password: string): Promise<Asker>;
  /** A command of the product, at the time of the story. */
  run(program: string, ...args: string[]): Promise<Ended>;
  /** The path of the link in the latest mail to this address. */
  linkTo(address: string, link: RegExp): Promise<string>;
  close(): Promise<void>;
}

export async function officeInTime(start: string, file: object): Promise<OfficeInTime> {
  const clock = await movingClock(start);
  const closing: (() => Promise<unknown>)[] = [() => clock.close()];
  const close = async () => {
    for (const end of closing.toReversed()) await end();
  };
  try {
    const postgres = await debianPostgres(undefined, clock.env);
    closing.push(() => postgres.stop());
    const mailbox = await Mailbox.start({ dir: await scratchFolder(), port: 0 });
    closing.push(() => mailbox.stop());
    const port = String(await freePort());
    const address = `http://localhost:${port}`;
    const env = {
      ...clock.env,
      DATABASE_URL: postgres.url,
      INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
      SMTP_URL: mailbox.url,
      PUBLIC_URL: address,
      PORT: port,
      DELIVERY_SWEEP_SECONDS: '0.5',
      DELIVERY_JOURNAL_DIR: await scratchFolder(),
      LOG_LEVEL: 'warn',
    };
    const run = (program: string, ...args: string[]) => runProgram(program, args, env);
    const path = join(await scratchFolder(), 'office.json');
    await writeFile(path, JSON.stringify(file));
    for (const [program, ...args] of [['migrate'], ['ops/open-office', path]] as const) {
      const { code, said } = await run(program, ...args);
      if (code !== 0) throw new Error(`${program}: ${said}`);
    }
    for (const program of ['main', 'worker'] as const) {
      const started = await startProgram(program, env);
      closing.push(() => started.stop());
      await started.isReady();
    }
    const asking = (headers: Record<string, string>): Asker => {
      const ask = (method: 'get' | 'post' | 'put') => (to: string) =>
        request(`http://127.0.0.1:${port}`)[method](to).set(headers);
      return { get: ask('get'), post: ask('post'), put: ask('put') };
    };
    return {
      ...{ address, mailbox, clock, asking, run, close },
      as: async (username, password) => {
        const { headers } = await asking({})
          .post('/api/session')
          .send({ username, password })
          .expect(201);
        return asking({ cookie: headers['set-cookie']![0]!.split(';')[0]! });
      },
      linkTo: async (to, link) => {
        const text = await until(`a mail to ${to}`, async () => {
          const newest = Math.max(...mailbox.list({ search: to }).mails.map(({ id }) => id));
          return newest > 0 ? (await mailbox.read(newest)).text : undefined;
        });
        return link.exec(text!)![0];
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
