import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../platform/config/config.ts';
import { migrate } from '../database/migrate.ts';
import { withoutBlanks } from '../platform/config/without-blanks.ts';
import { webApplication } from '../web-application.ts';
import { EmbeddedModule } from './embedded.module.ts';
import { Mailbox } from './mailbox/mailbox.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { sampleIn } from './sample/sample-in.ts';
import { SampleOffice, sampleSigners } from './sample/sample-office.ts';
import type { DirectoryRow, Sample } from './sample/sample.ts';
import { SAMPLES } from './sample/samples.ts';
import { testSigning, testTimestamps } from './test-signing.ts';
import { keptSecret } from './secret.ts';

export interface System {
  app: NestExpressApplication;
  config: Config;
  /** The one that is open; absent where the database has offices of somebody's own. */
  sample: Sample | undefined;
  /** Absent when mail goes to a server of one's own. */
  mailbox: Mailbox | undefined;
  stop(): Promise<void>;
}

export interface SystemOptions {
  /** Where everything is kept that outlives the process. */
  dataDir: string;
  /** What must be open; without it what is there, or the first. */
  sample?: Sample | undefined;
  /** In place of the sample's own. */
  directory?: DirectoryRow[];
  env: NodeJS.ProcessEnv;
  /** Where the test authority is kept, by default with the data. */
  authorityDir?: string;
}

/** Starts all there is in one process; what `env` names is used in place of what we bring along. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { dataDir, directory, authorityDir = join(dataDir, 'test-authority') } = options;
  const env = withoutBlanks(options.env);
  await mkdir(dataDir, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  try {
    const postgres = env.DATABASE_URL
      ? undefined
      : await startPostgres({ dataDir: join(dataDir, 'postgres') });
    if (postgres) stops.push(() => postgres.stop());
    const mailbox = env.SMTP_URL
      ? undefined
      : await Mailbox.start({ dir: join(dataDir, 'mailbox'), ...port(env.MAILBOX_PORT) });
    if (mailbox) stops.push(() => mailbox.stop());
    const settings = {
      HOST: '127.0.0.1',
      LOG_FORMAT: 'text' as const,
      LOG_LEVEL: 'warn' as const,
      PUBLIC_URL: `http://localhost:${env.PORT ?? 3000}`,
      DATABASE_URL: postgres?.url,
      SMTP_URL: mailbox?.url,
      DELIVERY_JOURNAL_DIR: join(dataDir, 'outcomes'),
      INSTALLATION_SECRET: env.LINK_SECRET ?? (await keptSecret(dataDir)),
      ...env,
    };
    const { databaseUrl } = new Config(settings);
    await migrate(databaseUrl);
    const sample = await sampleIn(databaseUrl, options.sample);
    const signing = () => sampleSigning(authorityDir, sample ?? SAMPLES[0], stops);
    const SIGNING_CONFIG = env.SIGNING_CONFIG ?? (await signing());
    const config = new Config({ ...settings, SIGNING_CONFIG });
    const app = await webApplication(EmbeddedModule.for(config, mailbox));
    stops.push(() => app.close());
    await app.init();
    if (sample) await app.get(SampleOffice).create(sample, directory);
    await app.listen(config.port, config.host);
    return { app, config, sample, mailbox, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function sampleSigning(
  authorityDir: string,
  sample: Sample,
  stops: (() => Promise<void>)[],
): Promise<string> {
  const service = await testTimestamps(authorityDir);
  stops.push(() => service.close());
  return testSigning(authorityDir, sample.file.office, sampleSigners(sample), {
    timestamp: { url: service.url },
  });
}

const port = (value: string | undefined) => (value === undefined ? {} : { port: Number(value) });
