import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RecoveryCodesPage } from '../../../../templates/office/accounts/recovery-codes.tsx';
import { TotpPage } from '../../../../templates/office/accounts/totp.tsx';
import { check } from '../../../platform/web/form.ts';
import { ownPath } from '../../../platform/web/own-path.ts';
import { page } from '../../../platform/web/page.tsx';
import { By, During, Fresh, In, OwnAccount } from '../access.ts';
import type { Account } from '../account.entity.ts';
import { Code } from '../account.schemas.ts';
import { Entrance } from '../entrance.service.ts';
import { AccountNoticesService } from '../notices/account-notices.service.ts';
import type { Session } from '../session.entity.ts';
import { SessionsService } from '../sessions.service.ts';
import { SecondFactorService, stageAfterAll } from './second-factor.service.ts';

/** Turning the second factor on and off; whoever must have one is led here first. */
@Controller('account')
@ApiExcludeController()
@Fresh()
@OwnAccount()
export class SecondFactorPages {
  constructor(
    private readonly secondFactor: SecondFactorService,
    private readonly sessions: SessionsService,
    private readonly entrance: Entrance,
    private readonly notices: AccountNoticesService,
  ) {}

  @Get('totp')
  @During(['complete', 'enrol'])
  setUp(
    @By() by: Account,
    @In() session: Session,
    @Query('to') to: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.form(by, session, ownPath(to), response);
  }

  @Post('totp')
  @During(['complete', 'enrol'])
  async confirm(
    @By() by: Account,
    @In() session: Session,
    @Body() body: { to?: unknown },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const to = ownPath(body?.to);
    const { values } = check(Code, body);
    const codes = values && (await this.secondFactor.confirm(by, values.code));
    if (!codes) {
      response.status(422);
      const problem = 'Mã không đúng. Kiểm tra giờ trên điện thoại rồi nhập mã đang hiện.';
      return this.form(by, session, to, response, problem);
    }
    await this.sessions.endOthers(session);
    const stage = session.how === 'password' ? stageAfterAll(by) : 'complete';
    const { token } = await this.sessions.rotate(session, { stage });
    if (token) this.entrance.keep(response, token);
    if (stage === 'complete') await this.entrance.recognize(request, response, by);
    return this.codes(by, codes, response, await this.notices.firstPage(by, to));
  }

  @Post('totp/removal')
  async turnOff(@By() by: Account, @Res() response: Response): Promise<void> {
    await this.secondFactor.turnOff(by);
    response.redirect(303, '/account');
  }

  @Post('recovery-codes')
  async renew(@By() by: Account, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.codes(by, await this.secondFactor.renewCodes(by), response);
  }

  private async form(
    by: Account,
    { stage }: Session,
    to: string,
    response: Response,
    problem?: string,
  ): Promise<string> {
    response.setHeader('Cache-Control', 'no-store');
    const offered = await this.secondFactor.begin(by, problem !== undefined);
    return page(
      { title: 'Bật xác thực hai lớp', account: stage === 'complete' ? by : undefined },
      <TotpPage {...{ ...offered, to, problem }} isRequired={stage === 'enrol'} />,
    );
  }

  private codes(by: Account, codes: string[], response: Response, to = '/account'): string {
    response.setHeader('Cache-Control', 'no-store');
    return page({ title: 'Mã dự phòng', account: by }, <RecoveryCodesPage {...{ codes, to }} />);
  }
}
