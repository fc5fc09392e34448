import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Account } from '../../../office/accounts/account.entity.ts';
import { AppModule } from '../../../app.module.ts';
import { Config } from '../../../platform/config/config.ts';
import { startTemporaryPostgres } from '../../postgres/temporary-postgres.ts';
import { scaledDirectory } from '../../sample/sample-directory.ts';
import { SampleOffice } from '../../sample/sample-office.ts';
import { thaiBinh } from '../../sample/thai-binh/sample.ts';
import { SAMPLE_PASSWORD } from '../../sample/thai-binh/office.ts';
import { SampleModule } from '../../sample/sample.module.ts';
import { migrate } from '../../../database/migrate.ts';
import { webApplication } from '../../../web-application.ts';
import { fill, type Amount } from './fill.ts';

export interface FilledOffice {
  app: NestExpressApplication;
  database: DataSource;
  address: string;
  leader: Account;
  /** Of the leader's session. */
  cookie: string;
  /** A session of another person of the sample: its cookie. */
  signIn(username: string): Promise<string>;
  /** The newest dispatch. */
  id: string;
  close(): Promise<void>;
}

/** The web process on a PostgreSQL of its own that holds so much. */
export async function filledOffice(amount: Amount): Promise<FilledOffice> {
  const postgres = await startTemporaryPostgres();
  await migrate(postgres.url);
  const config = new Config({
    DATABASE_URL: postgres.url,
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: 'warn',
    INSTALLATION_SECRET: 'a secret of this run, 32 or more characters',
  });

  @Module({ imports: [AppModule.for(config), SampleModule] })
  class BenchModule {}

  const app = await webApplication({ module: BenchModule });
  await app.listen(0, '127.0.0.1');
  await app.get(SampleOffice).create(thaiBinh, scaledDirectory(amount.newest));
  const database = app.get(DataSource);
  const id = await fill(database, amount);
  const address = await app.getUrl();
  const signIn = async (username: string) => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: SAMPLE_PASSWORD }),
    });
    return response.headers.getSetCookie()[0]!.split(';')[0]!;
  };
  const cookie = await signIn('lanhdao');
  const leader = await database.manager.findOneByOrFail(Account, { username: 'lanhdao' });
  return {
    app,
    database,
    address,
    leader,
    cookie,
    signIn,
    id,
    close: async () => {
      await app.close();
      await postgres.stop();
    },
  };
}
