import { NestFactory } from '@nestjs/core';
import { Config } from './config.ts';
import { run } from './run.ts';
import { ProcessLogger } from './web/process-logger.ts';
import { WorkerModule } from './worker.module.ts';

await run(async () => {
  const config = new Config(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config), {
    logger: new ProcessLogger(config),
    abortOnError: false,
  });
  app.enableShutdownHooks();
});
