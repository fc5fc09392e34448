import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AccountNoticesPage } from '../../../../templates/office/accounts/notices.tsx';
import { ownPath } from '../../../platform/web/own-path.ts';
import { page } from '../../../platform/web/page.tsx';
import { By, OwnAccount } from '../access.ts';
import type { Account } from '../account.entity.ts';
import { AccountNoticesService } from './account-notices.service.ts';

@Controller('account/notices')
@ApiExcludeController()
@OwnAccount()
export class AccountNoticesPages {
  constructor(private readonly notices: AccountNoticesService) {}

  @Get()
  async show(@By() by: Account, @Query('to') to?: unknown): Promise<string> {
    const notices = await this.notices.unread(by);
    return page(
      { title: 'Việc đã làm với tài khoản', account: by },
      <AccountNoticesPage {...{ notices }} to={ownPath(to)} />,
    );
  }

  @Post()
  async read(
    @By() by: Account,
    @Body() body: { to?: unknown },
    @Res() response: Response,
  ): Promise<void> {
    await this.notices.markRead(by);
    response.redirect(303, ownPath(body?.to));
  }
}
