import {
  ForbiddenException,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { Config } from '../../platform/config/config.ts';
import { Public } from '../../platform/web/public.ts';
import { SignInNeeded } from '../../platform/web/sign-in-needed.ts';
import {
  Allow,
  During,
  Fresh,
  OwnAccount,
  type Place,
  scopeNeeded,
  type SignedInRequest,
} from './access.ts';
import { OFFICE_ROLES, ROLES, type Role } from './account.entity.ts';
import type { ApiKey } from './api-keys/api-key.entity.ts';
import { ApiKeysService } from './api-keys/api-keys.service.ts';
import type { Session } from './session.entity.ts';
import { readCookie, sessionCookie, SESSION_COOKIE } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';
import { visitorOf } from './sign-in-attempt.ts';

/** How long after signing in one may change how one signs in. */
const FRESH = 15 * 60_000;

/**
 * Everything needs a complete session, or under `/api` a key, unless it is marked `Public`. It is for
 * the people of the office; `Allow` names other roles, `OwnAccount` opens it to all.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const places = [context.getHandler(), context.getClass()];
    const key = keyOf(request);
    if (key) await this.recognizeKey(request, key);
    else await this.recognize(request, context.switchToHttp().getResponse<Response>());
    if (this.reflector.getAllAndOverride(Public, places)) return true;
    const { session, apiKey, account } = request;
    if (!account) throw new SignInNeeded('sign-in');
    if (apiKey) this.requireScope(apiKey, request.method, places);
    if (session) this.requireStage(session, places);
    const allowed = this.rolesFor(places);
    if (!account.roles.some((role) => allowed.includes(role))) throw new ForbiddenException();
    if (session) this.requireFresh(session, places);
    return true;
  }

  private rolesFor(places: Place): readonly Role[] {
    const isOwn = this.reflector.getAllAndOverride(OwnAccount, places);
    return this.reflector.getAllAndOverride(Allow, places) ?? (isOwn ? ROLES : OFFICE_ROLES);
  }

  private async recognizeKey(request: SignedInRequest, key: string): Promise<void> {
    request.apiKey = await this.keys.find(key, visitorOf(request));
    request.account = request.apiKey?.account;
  }

  private async recognize(request: SignedInRequest, response: Response): Promise<void> {
    const token = readCookie(request, SESSION_COOKIE);
    const found = token && (await this.sessions.find(token, visitorOf(request)));
    if (!found) return;
    request.session = found.session;
    request.account = found.session.account;
    if (found.token) response.cookie(SESSION_COOKIE, found.token, sessionCookie(this.config));
  }

  private requireScope({ scopes }: ApiKey, method: string, places: Place): void {
    const scope = scopeNeeded(this.reflector, method, places);
    if (scope === 'person' || !scopes.includes(scope)) throw new ForbiddenException();
  }

  private requireStage({ stage }: Session, places: Place): void {
    const stages = this.reflector.getAllAndOverride(During, places) ?? ['complete'];
    if (stages.includes(stage)) return;
    if (stage === 'complete') throw new ForbiddenException();
    throw new SignInNeeded(stage);
  }

  private requireFresh({ startedAt }: Session, places: Place): void {
    const isFresh = Date.now() - startedAt.getTime() < FRESH;
    if (!isFresh && this.reflector.getAllAndOverride(Fresh, places)) {
      throw new SignInNeeded('sign-in-again');
    }
  }
}

/** RFC 6750, for programs and only where programs are spoken to. */
function keyOf(request: SignedInRequest): string | undefined {
  if (!request.path.startsWith('/api/')) return undefined;
  return /^Bearer (\S{1,200})$/i.exec(request.get('authorization') ?? '')?.[1];
}
