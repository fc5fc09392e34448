import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config } from './platform/config/config.ts';
import { run } from './platform/process/run.ts';
import { waitForDatabase } from './platform/postgres/wait-for-database.ts';
import { ProcessLogger } from './platform/web/process-logger.ts';
import { standIn } from './platform/web/stand-in.tsx';
import { WorkerModule } from './worker.module.ts';

await run(async () => {
  const config = new Config(process.env);
  const logger = new ProcessLogger(config);
  Logger.overrideLogger(logger);
  await waitForDatabase(config, () => standIn(config.host, [config.metricsPort]));
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config), {
    logger,
    abortOnError: false,
  });
  app.enableShutdownHooks();
});
