import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../../platform/web/public.ts';
import { Returns } from '../../platform/web/returns.ts';
import { Id } from '../../platform/web/schema.ts';
import { By, In, OwnAccount, Scoped } from './access.ts';
import type { Account } from './account.entity.ts';
import { AccountView, SessionView, SignIn } from './account.schemas.ts';
import { Entrance } from './entrance.service.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import type { Session } from './session.entity.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { visitorOf } from './sign-in-attempt.ts';
import { Refuses } from '../../platform/web/refuses.ts';
import { SignInNeeded } from '../../platform/web/sign-in-needed.ts';

@Controller('api')
@ApiTags('session')
@OwnAccount()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
    private readonly entrance: Entrance,
  ) {}

  @Post('session')
  @Public()
  @Returns(AccountView, 201)
  @Refuses(
    'wrong-sign-in',
    'enrol',
    'new-password',
    'second-factor',
    'second-factor-sealed',
    'too-many-tries',
  )
  async create(
    @Body({ schema: SignIn }) { username, password, code }: z.infer<typeof SignIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Account> {
    const visitor = visitorOf(request);
    const account = await this.signIn.complete(username, password, code, visitor);
    if (!account) throw new SignInNeeded('wrong-sign-in');
    const token = await this.entrance.enter(request, response, account, 'password', 'complete');
    return (await this.sessions.find(token, visitor))!.session.account;
  }

  @Get('session')
  @Returns(AccountView)
  show(@By() account: Account): Account {
    return account;
  }

  @Delete('session')
  @HttpCode(204)
  async destroy(
    @By() by: Account,
    @In() { id }: Session,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(by, id);
    response.clearCookie(SESSION_COOKIE);
  }

  /** One's own sessions, the latest first. */
  @Get('sessions')
  @Scoped('person')
  @Returns(z.array(SessionView))
  index(@By() by: Account) {
    return this.sessions.list(by);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  end(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.sessions.end(by, id);
  }
}
