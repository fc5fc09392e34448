import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SecondFactorPage } from '../../../templates/office/accounts/second-factor.tsx';
import { SignInPage, type SignInProps } from '../../../templates/office/accounts/sign-in.tsx';
import { Config } from '../../platform/config/config.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { check } from '../../platform/web/form.ts';
import { ownPath } from '../../platform/web/own-path.ts';
import { page } from '../../platform/web/page.tsx';
import { Public } from '../../platform/web/public.ts';
import { TooManyTries } from '../../platform/web/throttle.ts';
import { By, During, In, OwnAccount } from './access.ts';
import type { Account } from './account.entity.ts';
import { Code, SignIn } from './account.schemas.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import { Entrance } from './entrance.service.ts';
import { AccountNoticesService } from './notices/account-notices.service.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import type { Session } from './session.entity.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { visitorOf } from './sign-in-attempt.ts';

@Controller()
@ApiExcludeController()
@OwnAccount()
export class SessionsPages {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly entrance: Entrance,
    private readonly notices: AccountNoticesService,
    private readonly config: Config,
  ) {}

  @Get('signin')
  @Public()
  new(@Query('to') to?: unknown): string {
    return this.form({ to: ownPath(to) });
  }

  @Post('session')
  @Public()
  async create(
    @Body() body: { to?: unknown },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const to = ownPath(body?.to);
    const { values, errors } = check(SignIn, body);
    if (errors) {
      response.status(422);
      return this.form({ to, errors });
    }
    try {
      const begun = await this.signIn.begin(values.username, values.password, visitorOf(request));
      if (begun) {
        const { account, stage } = begun;
        await this.entrance.enter(request, response, account, 'password', stage);
        response.redirect(303, stage === 'complete' ? await this.first(account, to) : to);
        return undefined;
      }
      response.status(401);
      return this.form({ to, problem: 'Tên đăng nhập hoặc mật khẩu không đúng.' });
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      response.status(429).setHeader('Retry-After', Math.ceil(error.retryAfterSeconds));
      return this.form({ to, problem: error.message });
    }
  }

  @Get('signin/second-factor')
  @During(['second-factor', 'complete'])
  async ask(@By() by: Account, @Query('to') to?: unknown): Promise<string> {
    return this.codeForm(by, ownPath(to));
  }

  @Post('session/second-factor')
  @During(['second-factor', 'complete'])
  async add(
    @By() by: Account,
    @In() session: Session,
    @Body() body: { to?: unknown },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const to = ownPath(body?.to);
    const { values } = check(Code, body);
    try {
      const added =
        values && (await this.signIn.addCode(by, session, values.code, visitorOf(request)));
      if (added?.token) {
        this.entrance.keep(response, added.token);
        const isIn = added.stage === 'complete';
        if (isIn) await this.entrance.recognize(request, response, by);
        response.redirect(303, isIn ? await this.first(by, to) : to);
        return undefined;
      }
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      response.status(409);
      return this.codeForm(by, to, error.message);
    }
    response.status(422);
    return this.codeForm(by, to, 'Mã không đúng hoặc đã dùng rồi. Chờ mã mới rồi nhập lại.');
  }

  @Post('session/end')
  @During(['complete', 'second-factor', 'enrol', 'new-password'])
  async destroy(
    @By() by: Account,
    @In() { id }: Session,
    @Res() response: Response,
  ): Promise<void> {
    await this.sessions.end(by, id);
    response.clearCookie(SESSION_COOKIE).redirect(303, '/signin');
  }

  private first(account: Account, to: string): Promise<string> {
    return this.notices.firstPage(account, to);
  }

  private form(props: Omit<SignInProps, 'openidName'>): string {
    return page(
      { title: 'Đăng nhập', scripts: ['passkeys.js'] },
      <SignInPage {...props} openidName={this.config.openid?.name} />,
    );
  }

  private async codeForm(by: Account, to: string, problem?: string): Promise<string> {
    return page(
      { title: 'Xác thực hai lớp', scripts: ['passkeys.js'] },
      <SecondFactorPage {...{ to, problem }} hasApp={await this.secondFactor.isOn(by)} />,
    );
  }
}
