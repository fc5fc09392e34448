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
import type { DirectoryRow } from './sample/sample-directory.ts';
import { SAMPLE_OFFICE, SAMPLE_PEOPLE, SampleOffice } from './sample/sample-office.ts';
import { testSigning, testTimestamps } from './test-signing.ts';
import { keptSecret } from './secret.ts';

export interface System {
  app: NestExpressApplication;
  config: Config;
  /** Absent when mail goes to a server of one's own. */
  mailbox: Mailbox | undefined;
  stop(): Promise<void>;
}

export interface SystemOptions {
  /** Where everything is kept that outlives the process. */
  dataDir: string;
  directory: DirectoryRow[];
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
    const config = new Config({
      HOST: '127.0.0.1',
      LOG_FORMAT: 'text',
      LOG_LEVEL: 'warn',
      PUBLIC_URL: `http://localhost:${env.PORT ?? 3000}`,
      DATABASE_URL: postgres?.url,
      SMTP_URL: mailbox?.url,
      DELIVERY_JOURNAL_DIR: join(dataDir, 'outcomes'),
      SIGNING_CONFIG: env.SIGNING_CONFIG ?? (await sampleSigning(authorityDir, stops)),
      INSTALLATION_SECRET: env.LINK_SECRET ?? (await keptSecret(dataDir)),
      ...env,
    });
    await migrate(config.databaseUrl);
    const app = await webApplication(EmbeddedModule.for(config, mailbox));
    stops.push(() => app.close());
    await app.init();
    await app.get(SampleOffice).create(directory);
    await app.listen(config.port, config.host);
    return { app, config, mailbox, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function sampleSigning(
  authorityDir: string,
  stops: (() => Promise<void>)[],
): Promise<string> {
  const signers = SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('signer'));
  const service = await testTimestamps(authorityDir);
  stops.push(() => service.close());
  return testSigning(authorityDir, SAMPLE_OFFICE.office, signers, {
    timestamp: { url: service.url },
  });
}

const port = (value: string | undefined) => (value === undefined ? {} : { port: Number(value) });
