import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { CallsService } from './calls.service.ts';
import { OverviewService } from './overview.service.ts';
import { CallFilter, CallPage, RemindersView, Telephone } from './reminding.schemas.ts';

@Controller('api')
@ApiTags('reminding')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly overviews: OverviewService,
  ) {}

  @Get('calls')
  @Returns(CallPage)
  list(@By() by: Account, @Query({ schema: CallFilter }) { page }: CallFilter) {
    return this.calls.list(by, page);
  }

  @Put('agencies/:id/telephone')
  @Allow(['clerk'])
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  setTelephone(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Telephone }) { telephone }: Telephone,
  ): Promise<void> {
    return this.calls.setTelephone(by, id, telephone);
  }

  @Get('dispatches/:id/reminders')
  @Returns(RemindersView)
  reminders(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.overviews.find(by, id);
  }
}
