import {
  PayloadTooLargeException,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { catchError, throwError, type Observable } from 'rxjs';

/** A file above the limit of its form; the message says the limit, which differs from form to form. */
export class TooLarge extends PayloadTooLargeException {
  constructor(maxBytes: number) {
    super(`Tệp lớn quá ${maxBytes / 1e6} MB nên không được nhận. Gửi tệp nhỏ hơn, hoặc chia ra.`);
  }
}

export class LimitInWords implements NestInterceptor {
  constructor(private readonly maxBytes: number) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const inWords = (error: unknown) =>
      error instanceof PayloadTooLargeException ? new TooLarge(this.maxBytes) : error;
    return next.handle().pipe(catchError((error) => throwError(() => inWords(error))));
  }
}
