import { NestFactory } from '@nestjs/core';
import { Config } from './config.ts';
import { WorkerModule } from './worker.module.ts';

const app = await NestFactory.createApplicationContext(WorkerModule.for(new Config(process.env)), {
  logger: ['error', 'warn'],
});
app.enableShutdownHooks();
