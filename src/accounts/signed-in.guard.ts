import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Public } from '../web/public.ts';
import { Allow, type SignedInRequest } from './access.ts';
import { readSessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

/** Everything needs a session unless it is marked `Public`; `Allow` narrows it to roles. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const places = [context.getHandler(), context.getClass()];
    const token = readSessionCookie(request);
    if (token) request.account = await this.sessions.find(token);
    if (this.reflector.getAllAndOverride(Public, places)) return true;
    if (!request.account) throw new UnauthorizedException();
    const roles = this.reflector.getAllAndOverride(Allow, places);
    if (roles && !roles.includes(request.account.role)) throw new ForbiddenException();
    return true;
  }
}
