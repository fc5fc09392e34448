import { Logger, type INestApplication } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import type { SignedInRequest } from '../../office/accounts/access.ts';
import { nameRequest } from '../../platform/web/request-id.ts';
import { Draining } from './draining.ts';
import { Metrics } from './metrics.ts';

/**
 * Names, counts and logs every request. Its route stands for it (`/a/:token`): paths and queries hold
 * tokens and names, which belong in no log.
 */
export function observeRequests(app: INestApplication): void {
  const logger = new Logger('Http');
  const metrics = app.get(Metrics);
  const draining = app.get(Draining);
  app.use(nameRequest);
  app.use((request: SignedInRequest, response: Response, next: NextFunction) => {
    const start = performance.now();
    draining.watch(response);
    response.once('close', () => {
      const { method, account } = request;
      const path = (request.route as { path: string } | undefined)?.path ?? 'none';
      const milliseconds = Math.round(performance.now() - start);
      // A caller that hung up is logged as nginx does it.
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.request(method, path, status, milliseconds / 1000);
      logger.log(`${method} ${path} ${status}`, {
        method,
        route: path,
        status,
        milliseconds,
        ...(account && { accountId: account.id }),
      });
    });
    next();
  });
}
