import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CallsPage } from '../../../../templates/office/follow-up/reminders/calls.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { typedText } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { CallsService, PAGE_SIZE } from './calls.service.ts';
import { CallFilter, Telephone } from './reminding.schemas.ts';

/** Whom to ring, and what came of it. */
@Controller('calls')
@ApiExcludeController()
export class CallsPages {
  constructor(
    private readonly calls: CallsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@By() by: Account, @Query({ schema: CallFilter }) filter: CallFilter): Promise<string> {
    return this.view(by, filter.page);
  }

  @Post('agencies/:id/telephone')
  @Allow(['clerk'])
  setTelephone(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: Telephone,
      body,
      act: ({ telephone }) => this.calls.setTelephone(by, id, telephone),
      next: '/calls',
      again: ({ telephone }) => this.view(by, 1, { id, error: telephone!, ...typedText(body) }),
    });
  }

  private async view(
    by: Account,
    number: number,
    typed?: { id: string; error: string; telephone?: string },
  ): Promise<string> {
    const found = await this.calls.list(by, number);
    return page(
      { title: 'Danh sách gọi điện', account: by, current: 'calls' },
      <CallsPage
        {...{ ...found, typed, page: number, pageSize: PAGE_SIZE }}
        mayManage={by.roles.includes('clerk')}
        now={this.clock.now()}
      />,
    );
  }
}
