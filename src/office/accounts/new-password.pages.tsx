import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { NewPasswordPage } from '../../../templates/office/accounts/new-password.tsx';
import { check } from '../../platform/web/form.ts';
import { ownPath } from '../../platform/web/own-path.ts';
import { page } from '../../platform/web/page.tsx';
import { By, During, In, OwnAccount } from './access.ts';
import type { Account } from './account.entity.ts';
import { NewPassword } from './account.schemas.ts';
import { Entrance } from './entrance.service.ts';
import { AccountNoticesService } from './notices/account-notices.service.ts';
import type { Session } from './session.entity.ts';
import { SignInService } from './sign-in.service.ts';

/** Whoever came with a password that somebody told them chooses their own before anything else. */
@Controller('account/new-password')
@ApiExcludeController()
@During(['new-password', 'complete'])
@OwnAccount()
export class NewPasswordPages {
  constructor(
    private readonly signIn: SignInService,
    private readonly entrance: Entrance,
    private readonly notices: AccountNoticesService,
  ) {}

  @Get()
  show(
    @By() by: Account,
    @In() session: Session,
    @Query('to') to: unknown,
    @Res({ passthrough: true }) response: Response,
  ): string | undefined {
    if (isOver(session, response)) return undefined;
    return this.form(by, ownPath(to));
  }

  @Post()
  async choose(
    @By() by: Account,
    @In() session: Session,
    @Body() body: { to?: unknown },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    if (isOver(session, response)) return undefined;
    const to = ownPath(body?.to);
    const { values, errors } = check(NewPassword, body);
    const token = values && (await this.signIn.choosePassword(by, session, values.next));
    if (token) {
      this.entrance.keep(response, token);
      await this.entrance.recognize(request, response, by);
      response.redirect(303, await this.notices.firstPage(by, to));
      return undefined;
    }
    response.status(422);
    const problem = errors?.next ?? 'Đây là mật khẩu được giao. Chọn mật khẩu khác.';
    return this.form(by, to, problem);
  }

  private form({ username }: Account, to: string, problem?: string): string {
    return page({ title: 'Đặt mật khẩu' }, <NewPasswordPage {...{ username, to, problem }} />);
  }
}

/** Whoever has a password of their own changes it where the old one is asked for. */
function isOver({ stage }: Session, response: Response): boolean {
  if (stage !== 'complete') return false;
  response.redirect(303, '/account');
  return true;
}
