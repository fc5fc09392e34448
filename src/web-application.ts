import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { Config } from './platform/config/config.ts';
import { observeRequests } from './ops/health/observe-requests.ts';
import { openApiOf } from './openapi.ts';
import { answerBadRequests } from './platform/web/answer-bad-requests.ts';
import { configureHttp } from './platform/web/http.ts';
import { ProcessLogger } from './platform/web/process-logger.ts';

/** The application behind HTTP, not yet listening. */
export async function webApplication(module: DynamicModule): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    bufferLogs: true,
    autoFlushLogs: false, // what keeps it from starting is said by `run`
  });
  app.useLogger(new ProcessLogger(app.get(Config)));
  app.flushLogs();
  answerBadRequests(app.getHttpServer());
  observeRequests(app);
  configureHttp(app);
  SwaggerModule.setup('api/docs', app, () => openApiOf(app));
  return app;
}
