import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { UnauthorizedException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Config } from '../config.ts';
import { Public } from '../web/public.ts';
import { Returns } from '../web/returns.ts';
import { By, type SignedInRequest } from './access.ts';
import type { Account } from './account.entity.ts';
import { AccountView, SignIn } from './account.schemas.ts';
import { readSessionCookie, sessionCookie, SESSION_COOKIE } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

@Controller('api/session')
@ApiTags('session')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @Returns(AccountView, 201)
  async create(
    @Body({ schema: SignIn }) body: z.infer<typeof SignIn>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Account> {
    const token = await this.sessions.start(body.username, body.password);
    if (!token) throw new UnauthorizedException();
    response.cookie(SESSION_COOKIE, token, sessionCookie(this.config.publicUrl));
    return (await this.sessions.find(token))!;
  }

  @Get()
  @Returns(AccountView)
  show(@By() account: Account): Account {
    return account;
  }

  @Delete()
  @HttpCode(204)
  async destroy(
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(readSessionCookie(request)!);
    response.clearCookie(SESSION_COOKIE);
  }
}
