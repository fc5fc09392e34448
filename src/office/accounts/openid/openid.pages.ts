import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import { Config } from '../../../platform/config/config.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { ownPath } from '../../../platform/web/own-path.ts';
import { Public } from '../../../platform/web/public.ts';
import { Entrance } from '../entrance.service.ts';
import { AccountNoticesService } from '../notices/account-notices.service.ts';
import { SecondFactorService } from '../second-factor/second-factor.service.ts';
import { readCookie, sessionCookie } from '../session-cookie.ts';
import { readAuthorizationRequest, writeAuthorizationRequest } from './authorization-request.ts';
import { OpenidService } from './openid.service.ts';

const REQUEST_COOKIE = 'openid';

/** To the provider and back. */
@Controller('signin/openid')
@ApiExcludeController()
@Public()
export class OpenidPages {
  constructor(
    private readonly openid: OpenidService,
    private readonly secondFactor: SecondFactorService,
    private readonly entrance: Entrance,
    private readonly notices: AccountNoticesService,
    private readonly config: Config,
  ) {}

  @Get()
  async leave(@Query('to') to: unknown, @Res() response: Response): Promise<void> {
    const { url, authorization } = await this.openid.begin(ownPath(to));
    response
      .cookie(REQUEST_COOKIE, writeAuthorizationRequest(authorization), this.cookie)
      .redirect(303, url);
  }

  @Get('callback')
  async back(@Req() request: Request, @Res() response: Response): Promise<void> {
    const authorization = readAuthorizationRequest(readCookie(request, REQUEST_COOKIE));
    response.clearCookie(REQUEST_COOKIE, this.cookie);
    if (!authorization) {
      throw new RuleViolation('no-authorization-request');
    }
    const query = request.originalUrl.slice(request.path.length);
    const { account, withSecondFactor } = await this.openid.finish(query, authorization);
    const asked = withSecondFactor
      ? 'complete'
      : await this.secondFactor.stageAfterPassword(account);
    // The password that was told was not used.
    const stage = asked === 'new-password' ? 'complete' : asked;
    await this.entrance.enter(request, response, account, 'openid', stage);
    const to = ownPath(authorization.to);
    response.redirect(303, stage === 'complete' ? await this.notices.firstPage(account, to) : to);
  }

  /** Lax: the browser comes back from another site by a link. */
  private get cookie(): CookieOptions {
    return { ...sessionCookie(this.config), path: '/signin/openid', maxAge: 10 * 60_000 };
  }
}
