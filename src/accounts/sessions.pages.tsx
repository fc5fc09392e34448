import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { SignInPage } from '../../templates/accounts/sign-in.tsx';
import { Config } from '../config.ts';
import { check } from '../web/form.ts';
import { page } from '../web/page.tsx';
import { Public } from '../web/public.ts';
import type { SignedInRequest } from './access.ts';
import { SignIn } from './account.schemas.ts';
import { readSessionCookie, sessionCookie, SESSION_COOKIE } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

/** Only a path of our own site, never `//elsewhere` or `/\elsewhere`. */
const ownPath = (to: unknown) => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

@Controller()
@ApiExcludeController()
export class SessionsPages {
  constructor(
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  @Get('signin')
  @Public()
  new(@Query('to') to?: unknown): string {
    return page({ title: 'Đăng nhập' }, <SignInPage to={ownPath(to)} />);
  }

  @Post('session')
  @Public()
  async create(
    @Body() body: { to?: unknown },
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const to = ownPath(body?.to);
    const form = check(SignIn, body);
    const token =
      form.values && (await this.sessions.start(form.values.username, form.values.password));
    if (!token) {
      response.status(form.values ? 401 : 422);
      const problem = form.values && 'Tên đăng nhập hoặc mật khẩu không đúng.';
      return page(
        { title: 'Đăng nhập' },
        <SignInPage to={to} errors={form.errors} problem={problem} />,
      );
    }
    response.cookie(SESSION_COOKIE, token, sessionCookie(this.config.publicUrl));
    response.redirect(303, to);
    return undefined;
  }

  @Post('session/end')
  async destroy(@Req() request: SignedInRequest, @Res() response: Response): Promise<void> {
    await this.sessions.end(readSessionCookie(request)!);
    response.clearCookie(SESSION_COOKIE).redirect(303, '/signin');
  }
}
