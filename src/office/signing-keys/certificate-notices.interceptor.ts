import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { SignedInRequest } from '../accounts/access.ts';
import { CertificateNotices } from './certificate-notices.ts';

/** Gives every page of somebody whom it concerns the certificates that end soon; the layout shows them. */
@Injectable()
export class CertificateNoticesInterceptor implements NestInterceptor {
  constructor(private readonly notices: CertificateNotices) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { account, path } = context.switchToHttp().getRequest<SignedInRequest>();
    if (account && !path.startsWith('/api/')) account.notices = await this.notices.for(account);
    return next.handle();
  }
}
