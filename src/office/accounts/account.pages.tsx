import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AccountPage } from '../../../templates/office/accounts/account.tsx';
import { check, type FormErrors } from '../../platform/web/form.ts';
import { page } from '../../platform/web/page.tsx';
import { Id } from '../../platform/web/schema.ts';
import { By, Fresh, In, OwnAccount } from './access.ts';
import type { Account } from './account.entity.ts';
import { ChangePassword } from './account.schemas.ts';
import { ApiKeysService } from './api-keys/api-keys.service.ts';
import { Entrance } from './entrance.service.ts';
import { AccountNoticesService } from './notices/account-notices.service.ts';
import { PasskeysService } from './passkeys/passkeys.service.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import type { Session } from './session.entity.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { visitorOf } from './sign-in-attempt.ts';

/** One's own account: where it is signed in, and what it takes to sign in. */
@Controller('account')
@ApiExcludeController()
@OwnAccount()
export class AccountPages {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeysService,
    private readonly keys: ApiKeysService,
    private readonly entrance: Entrance,
    private readonly notices: AccountNoticesService,
  ) {}

  @Get()
  show(@By() by: Account, @In() session: Session): Promise<string> {
    return this.view(by, session);
  }

  @Post('sessions/:id/end')
  async end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.sessions.end(by, id);
    response.redirect(303, '/account');
  }

  @Post('sessions/end-others')
  async endOthers(@In() session: Session, @Res() response: Response): Promise<void> {
    await this.sessions.endOthers(session);
    response.redirect(303, '/account');
  }

  @Post('password')
  @Fresh()
  async changePassword(
    @By() by: Account,
    @In() session: Session,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const { values, errors } = check(ChangePassword, body);
    const token = values && (await this.change(by, session, values, request));
    if (token) {
      this.entrance.keep(response, token);
      response.redirect(303, '/account');
      return undefined;
    }
    response.status(422);
    return this.view(
      by,
      session,
      errors ?? {
        password: 'Mật khẩu hiện tại không đúng. Nhập lại; nếu quên, nhờ quản trị viên đặt lại.',
      },
    );
  }

  private change(by: Account, session: Session, values: ChangePassword, request: Request) {
    const { password, next } = values;
    return this.signIn.changePassword(by, session, password, next, visitorOf(request));
  }

  private async view(by: Account, session: Session, errors: FormErrors = {}): Promise<string> {
    const [sessions, passkeys, keys, isOn, codesLeft, events] = await Promise.all([
      this.sessions.list(by),
      this.passkeys.list(by),
      this.keys.list(by),
      this.secondFactor.isOn(by),
      this.secondFactor.codesLeft(by),
      this.notices.history(by),
    ]);
    const secondFactor = { isOn, codesLeft, isRequired: this.secondFactor.isRequiredOf(by) };
    return page(
      { title: 'Tài khoản của tôi', account: by, scripts: ['passkeys.js'] },
      <AccountPage
        {...{ by, sessions, passkeys, keys, secondFactor, events, errors }}
        current={session.id}
      />,
    );
  }
}
