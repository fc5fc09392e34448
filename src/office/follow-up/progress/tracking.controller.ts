import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { BoardView, PunctualityView } from './board.schemas.ts';
import { BoardService } from './board.service.ts';
import { RecipientsService } from './recipients.service.ts';
import { ProgressView, RecipientFilter, RecipientPage } from './tracking.schemas.ts';
import { TrackingService } from './tracking.service.ts';

@Controller('api')
@ApiTags('tracking')
export class TrackingController {
  constructor(
    private readonly tracking: TrackingService,
    private readonly lists: RecipientsService,
    private readonly boards: BoardService,
  ) {}

  @Get('dispatches/:id/progress')
  @Returns(ProgressView)
  async progress(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    await this.tracking.find(by, id);
    return this.tracking.progress(id);
  }

  @Get('dispatches/:id/recipients')
  @Returns(RecipientPage)
  async recipients(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
  ) {
    await this.tracking.find(by, id);
    return this.lists.list(id, filter);
  }

  @Get('board')
  @Returns(BoardView)
  board(@By() by: Account) {
    return this.boards.latest(by);
  }

  @Get('punctuality')
  @Returns(PunctualityView)
  punctuality(@By() by: Account) {
    return this.boards.board(by, new Date());
  }
}
