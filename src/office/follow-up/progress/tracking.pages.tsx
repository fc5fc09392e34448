import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { BoardPage } from '../../../../templates/office/follow-up/progress/board.tsx';
import { ProgressPage } from '../../../../templates/office/follow-up/progress/progress.tsx';
import { By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { reference } from '../../dispatches/number-words.ts';
import { RecallService } from '../../recipients/recalls/recall.service.ts';
import { OverviewService } from '../reminders/overview.service.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { sendEvents } from '../../../platform/web/send-events.ts';
import { BoardService } from './board.service.ts';
import { LiveProgress } from './live-progress.tsx';
import { PAGE_SIZE, RecipientsService } from './recipients.service.ts';
import { RecipientFilter } from './tracking.schemas.ts';
import { TrackingService } from './tracking.service.ts';

/** Without JavaScript the page asks again by itself while somebody still owes an answer. */
const REFRESH_SECONDS = 30;

@Controller()
@ApiExcludeController()
export class TrackingPages {
  constructor(
    private readonly tracking: TrackingService,
    private readonly lists: RecipientsService,
    private readonly boards: BoardService,
    private readonly live: LiveProgress,
    private readonly recalls: RecallService,
    private readonly overviews: OverviewService,
    private readonly clock: Clock,
  ) {}

  @Get('dispatches/:id/progress')
  async progress(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
  ): Promise<string> {
    const dispatch = await this.tracking.find(by, id);
    const [progress, found, reminders, recall, followers] = await Promise.all([
      this.tracking.progress(id),
      this.lists.list(id, filter),
      this.overviews.find(by, id),
      this.recalls.counts(id),
      this.tracking.followers(by, id),
    ]);
    const isOver = progress.total.acknowledged === progress.total.total;
    return page(
      {
        title: `Theo dõi ${reference(dispatch)}`,
        account: by,
        current: 'dispatches',
        scripts: ['hx-sse.js'],
        ...(!isOver && { refresh: REFRESH_SECONDS }),
      },
      <ProgressPage
        {...{ dispatch, progress, filter, reminders, recall, followers, ...found }}
        now={this.clock.now()}
        pageSize={PAGE_SIZE}
        isClerk={isClerk(by)}
      />,
    );
  }

  @Get('dispatches/:id/progress/live')
  async watch(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.tracking.find(by, id);
    sendEvents(response, this.live.watch(by, id, isClerk(by)));
  }

  @Get('board')
  async board(@By() by: Account): Promise<string> {
    const at = this.clock.now();
    const board = await this.boards.board(by, at);
    const waiting = await this.boards.waiting(by);
    return page(
      { title: 'Bảng theo dõi', account: by, current: 'board', refresh: 300 },
      <BoardPage {...{ board, waiting, at }} officeName={by.office.name} />,
    );
  }
}

const isClerk = ({ roles }: Account) => roles.includes('clerk');
