import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { HistoryFilter, HistoryView } from './history.schemas.ts';
import { HistoryService } from './history.service.ts';

@Controller('api/dispatches/:id/journal')
@Allow(['clerk', 'leader'])
@ApiTags('tracking')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Returns(HistoryView)
  index(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: HistoryFilter }) filter: HistoryFilter,
  ) {
    return this.history.ofDispatch(by, id, filter);
  }
}
