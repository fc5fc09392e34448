import { Module, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.ts';
import { Config, type Environment } from '../../src/platform/config/config.ts';
import { sampleDirectory } from '../../src/dev/sample/sample-directory.ts';
import type { DirectoryRow, Sample } from '../../src/dev/sample/sample.ts';
import { thaiBinh } from '../../src/dev/sample/thai-binh/sample.ts';
import { SampleModule } from '../../src/dev/sample/sample.module.ts';
import { SampleOffice } from '../../src/dev/sample/sample-office.ts';
import { webApplication } from '../../src/web-application.ts';
import { sampleDatabase } from './sample-database.ts';
import { scratchFolder } from './scratch.ts';
import { watchProblems } from './watch-problems.ts';

export type Browser = ReturnType<typeof request.agent>;

/** The sample office on a database of its own, behind HTTP. */
export interface TestOffice {
  app: NestExpressApplication;
  config: Config;
  database: DataSource;
  /** Where it listens: `http://127.0.0.1:40123`. */
  address: string;
  /** Someone without an account. */
  anyone: Browser;
  /** Somebody who comes for the first time. */
  fresh(): Browser;
  /** A signed-in person of the sample: `chuyenvien`, `phogiamdoc`, `vanthu` or `lanhdao`. */
  as(username: string): Promise<Browser>;
  close(): Promise<void>;
}

export interface TestOfficeOptions {
  /** The first when absent. */
  sample?: Sample;
  directory?: DirectoryRow[];
  env?: Partial<Environment>;
  /** Modules beside the web's: the worker's, when the story goes that far. */
  modules?: Type[];
  /** Where to listen, for stories in which PUBLIC_URL must be true. */
  port?: number;
}

export async function testOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const given = options.env?.DATABASE_URL;
  const sample = options.sample ?? thaiBinh;
  const directory = options.directory ?? sampleDirectory(sample);
  const fresh = given
    ? { url: given, drop: async () => {} }
    : await sampleDatabase(directory, sample);
  const config = new Config({
    DATABASE_URL: fresh.url,
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_URL: 'http://noi-nhan.example',
    INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
    DELIVERY_SWEEP_SECONDS: '0.2',
    LOG_FORMAT: 'text',
    LOG_LEVEL: 'error',
    DELIVERY_JOURNAL_DIR: await scratchFolder(),
    ...options.env,
  });

  @Module({ imports: [AppModule.for(config), SampleModule, ...(options.modules ?? [])] })
  class TestModule {}

  const app = await webApplication({ module: TestModule });
  const undocumented = watchProblems(app);
  await app.listen(options.port ?? 0, '127.0.0.1');
  try {
    if (given) await app.get(SampleOffice).create(sample, directory);
  } catch (error) {
    await app.close(); // an open application would keep the test run from ending
    throw error;
  }
  const address = await app.getUrl();
  return {
    app,
    config,
    database: app.get(DataSource),
    address,
    anyone: request.agent(address),
    fresh: () => request.agent(address),
    as: async (username) => {
      const browser = request.agent(address);
      await browser.post('/api/session').send({ username, password: sample.password }).expect(201);
      return browser;
    },
    close: async () => {
      const faults = undocumented();
      await app.close();
      await fresh.drop();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}
