import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HistoryPage } from '../../../../templates/office/follow-up/history/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { DispatchesService } from '../../dispatches/dispatches.service.ts';
import { reference } from '../../dispatches/number-words.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { HistoryFilter } from './history.schemas.ts';
import { HistoryService, PAGE_SIZE } from './history.service.ts';

/** What happened to a dispatch and who looked at it. */
@Controller('dispatches/:id/journal')
@Allow(['clerk', 'leader'])
@ApiExcludeController()
export class HistoryPages {
  constructor(
    private readonly history: HistoryService,
    private readonly dispatches: DispatchesService,
  ) {}

  @Get()
  async index(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: HistoryFilter }) filter: HistoryFilter,
  ): Promise<string> {
    const dispatch = await this.dispatches.find(by, id);
    const found = await this.history.ofDispatch(by, id, filter);
    return page(
      { title: `Nhật ký ${reference(dispatch)}`, account: by, current: 'dispatches' },
      <HistoryPage {...{ dispatch, filter, ...found }} pageSize={PAGE_SIZE} />,
    );
  }
}
