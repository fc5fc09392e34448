import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Config } from '../../config.ts';
import { ownPath } from '../../web/own-path.ts';
import { Public } from '../../web/public.ts';
import { By, Fresh, OwnAccount } from '../access.ts';
import type { Account } from '../account.entity.ts';
import { sessionCookie, SESSION_COOKIE } from '../session-cookie.ts';
import { SessionsService } from '../sessions.service.ts';
import { visitorOf } from '../visitor.ts';
import { NewPasskey, PasskeyId, UsedPasskey } from './passkey.schemas.ts';
import { PasskeysService } from './passkeys.service.ts';

/** What the script of the sign-in page and of the account page talks to. */
@Controller()
@ApiExcludeController()
@OwnAccount()
export class PasskeysPages {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  @Post('signin/passkey/options')
  @Public()
  @HttpCode(200)
  ask() {
    return this.passkeys.optionsToSignIn();
  }

  @Post('signin/passkey')
  @Public()
  @HttpCode(200)
  async enter(
    @Body({ schema: UsedPasskey }) used: UsedPasskey,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ to: string }> {
    const account = await this.passkeys.signer(used);
    const token = await this.sessions.start(account, 'passkey', 'complete', visitorOf(request));
    response.cookie(SESSION_COOKIE, token, sessionCookie(this.config));
    return { to: ownPath(used.to) };
  }

  @Post('account/passkeys/options')
  @Fresh()
  @HttpCode(200)
  offer(@By() by: Account) {
    return this.passkeys.optionsToAdd(by);
  }

  @Post('account/passkeys')
  @Fresh()
  @HttpCode(200)
  async add(@By() by: Account, @Body({ schema: NewPasskey }) input: NewPasskey): Promise<object> {
    await this.passkeys.add(by, input);
    return {};
  }

  @Post('account/passkeys/:passkey/removal')
  @Fresh()
  async remove(
    @By() by: Account,
    @Param('passkey', { schema: PasskeyId }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.passkeys.remove(by, id);
    response.redirect(303, '/account');
  }
}
