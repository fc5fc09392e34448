import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Returns } from '../web/returns.ts';
import { Id } from '../web/schema.ts';
import { BoardView, ProgressView, RecipientFilter, RecipientPage } from './tracking.schemas.ts';
import { TrackingService } from './tracking.service.ts';

@Controller('api')
@ApiTags('tracking')
export class TrackingController {
  constructor(private readonly tracking: TrackingService) {}

  @Get('dispatches/:id/progress')
  @Returns(ProgressView)
  progress(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.tracking.progress(by, id);
  }

  @Get('dispatches/:id/recipients')
  @Returns(RecipientPage)
  recipients(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
  ) {
    return this.tracking.recipients(by, id, filter);
  }

  @Get('board')
  @Returns(BoardView)
  board(@By() by: Account) {
    return this.tracking.board(by);
  }
}
