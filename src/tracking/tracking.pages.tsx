import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BoardPage } from '../../templates/tracking/board.tsx';
import { ProgressPage } from '../../templates/tracking/progress.tsx';
import { By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { DispatchesService } from '../dispatches/dispatches.service.ts';
import { reference } from '../dispatches/printed-number.ts';
import { page } from '../web/page.tsx';
import { Id } from '../web/schema.ts';
import { RecipientFilter } from './tracking.schemas.ts';
import { PAGE_SIZE, TrackingService } from './tracking.service.ts';

@Controller()
@ApiExcludeController()
export class TrackingPages {
  constructor(
    private readonly tracking: TrackingService,
    private readonly dispatches: DispatchesService,
  ) {}

  @Get('dispatches/:id/progress')
  async progress(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
  ): Promise<string> {
    const dispatch = await this.dispatches.find(by, id);
    const progress = await this.tracking.progress(by, id);
    const found = await this.tracking.recipients(by, id, filter);
    return page(
      { title: `Theo dõi ${reference(dispatch)}`, account: by, current: 'dispatches' },
      <ProgressPage
        {...{ dispatch, progress, filter, ...found }}
        pageSize={PAGE_SIZE}
        isClerk={by.role === 'clerk'}
      />,
    );
  }

  @Get('board')
  async board(@By() by: Account): Promise<string> {
    const rows = await this.tracking.board(by);
    return page(
      { title: 'Bảng theo dõi', account: by, current: 'board' },
      <BoardPage rows={rows} officeName={by.office.name} at={new Date()} />,
    );
  }
}
