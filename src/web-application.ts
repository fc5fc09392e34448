import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiOf } from './openapi.ts';
import { configureHttp } from './web/http.ts';

/** The application behind HTTP, not yet listening. */
export async function webApplication(module: DynamicModule): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    logger: ['error', 'warn'],
    forceCloseConnections: true,
  });
  configureHttp(app);
  SwaggerModule.setup('api/docs', app, () => openApiOf(app));
  return app;
}
