import { NestFactory } from '@nestjs/core';
import { Config } from './config.ts';
import { ProcessLogger } from './web/process-logger.ts';
import { WorkerModule } from './worker.module.ts';

const config = new Config(process.env);
const app = await NestFactory.createApplicationContext(WorkerModule.for(config), {
  logger: new ProcessLogger(config),
});
app.enableShutdownHooks();
