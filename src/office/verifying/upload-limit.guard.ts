import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { networkOf } from '../../platform/web/network.ts';
import { Throttle, type Limit } from '../../platform/web/throttle.ts';

/** Of one address: the worst of files is given up after five seconds, so that this is a minute's work. */
const UPLOADS: Limit = { tries: 12, seconds: 60 };

/** Before anything of the upload is read. */
@Injectable()
export class UploadLimitGuard implements CanActivate {
  constructor(private readonly throttle: Throttle) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { ip } = context.switchToHttp().getRequest<Request>();
    await this.throttle.take(`verify ${networkOf(ip ?? '')}`, UPLOADS);
    return true;
  }
}
