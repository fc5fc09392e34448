import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { catchError, type Observable } from 'rxjs';
import { networkOf } from './network.ts';
import { problemOf } from './problem.ts';
import { Throttle, type Limit } from './throttle.ts';

const WRONG_LINKS: Limit = { tries: 30, seconds: 600 };

/**
 * Bounds guessing on every route that is opened by a `:token`. Wrong links alone are counted, and
 * they alone are refused: behind one address there may be a whole building with good ones.
 */
@Injectable()
export class LinkThrottleInterceptor implements NestInterceptor {
  constructor(private readonly throttle: Throttle) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { params, ip } = context.switchToHttp().getRequest<Request>();
    if (params.token === undefined) return next.handle();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const isWrong = problemOf(error).status === 404;
        if (isWrong) await this.throttle.take(`link ${networkOf(ip ?? '')}`, WRONG_LINKS);
        throw error;
      }),
    );
  }
}
