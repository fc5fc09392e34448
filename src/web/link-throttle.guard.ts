import { Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Throttle, TooManyTries, type Limit } from './throttle.ts';

/** Whoever asks for links that do not exist is guessing; those who have one are never counted. */
const WRONG_LINKS: Limit = { tries: 30, seconds: 600 };

/** Bounds guessing on every route that is opened by a `:token`. */
@Injectable()
export class LinkThrottleGuard implements CanActivate {
  private readonly logger = new Logger(LinkThrottleGuard.name);

  constructor(private readonly throttle: Throttle) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.params.token === undefined) return true;
    const what = `link ${request.ip}`;
    await this.throttle.require(what, WRONG_LINKS);
    const response = context.switchToHttp().getResponse<Response>();
    response.once('finish', () => {
      if (response.statusCode !== 404) return;
      this.throttle.take(what, WRONG_LINKS).catch((error: Error) => {
        if (!(error instanceof TooManyTries)) this.logger.warn(error.message);
      });
    });
    return true;
  }
}
