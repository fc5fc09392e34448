import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ownPath } from '../../../platform/web/own-path.ts';
import { Public } from '../../../platform/web/public.ts';
import { By, Fresh, OwnAccount } from '../access.ts';
import type { Account } from '../account.entity.ts';
import { Entrance } from '../entrance.service.ts';
import { AccountNoticesService } from '../notices/account-notices.service.ts';
import { NewPasskey, PasskeyId, UsedPasskey } from './passkey.schemas.ts';
import { PasskeysService } from './passkeys.service.ts';

/** What the script of the sign-in page and of the account page talks to. */
@Controller()
@ApiExcludeController()
@OwnAccount()
export class PasskeysPages {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly entrance: Entrance,
    private readonly notices: AccountNoticesService,
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
    await this.entrance.enter(request, response, account, 'passkey', 'complete');
    return { to: await this.notices.firstPage(account, ownPath(used.to)) };
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
