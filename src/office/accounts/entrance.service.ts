import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { Config } from '../../platform/config/config.ts';
import type { Account } from './account.entity.ts';
import { DEVICE_DAYS, KnownDevicesService } from './known-devices/known-devices.service.ts';
import { DEVICE_COOKIE, readCookie, sessionCookie, SESSION_COOKIE } from './session-cookie.ts';
import type { Session, Stage } from './session.entity.ts';
import { SessionsService } from './sessions.service.ts';
import { visitorOf } from './sign-in-attempt.ts';

/** The one way in, whatever somebody signed in with. */
@Injectable()
export class Entrance {
  constructor(
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevicesService,
    private readonly config: Config,
  ) {}

  /** A new session in place of the one the browser came with; its token. */
  async enter(
    request: Request,
    response: Response,
    account: Pick<Account, 'id'>,
    how: Session['how'],
    stage: Stage,
  ): Promise<string> {
    const former = readCookie(request, SESSION_COOKIE);
    const token = await this.sessions.start(account, how, stage, visitorOf(request), former);
    this.keep(response, token);
    if (stage === 'complete') await this.recognize(request, response, account);
    return token;
  }

  /** The session's next token. */
  keep(response: Response, token: string): void {
    response.cookie(SESSION_COOKIE, token, sessionCookie(this.config));
  }

  /** From now on the browser is known to be this person's. */
  async recognize(
    request: Request,
    response: Response,
    account: Pick<Account, 'id'>,
  ): Promise<void> {
    const token = visitorOf(request).deviceToken ?? randomBytes(32).toString('base64url');
    await this.devices.remember(account, token);
    const maxAge = DEVICE_DAYS * 86_400_000;
    response.cookie(DEVICE_COOKIE, token, { ...sessionCookie(this.config), maxAge });
  }
}
