import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { subjectOf } from '../../../engines/page/document-types.ts';
import { reference } from '../../dispatches/number-words.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { AcknowledgedManyView, AcknowledgeMany, InboxQuery, InboxView } from './inbox.schemas.ts';
import { InboxService, PAGE_SIZE } from './inbox.service.ts';
import { Refuses } from '../../../platform/web/refuses.ts';

@Controller('api/inbox')
@ApiTags('inbox')
@Allow(['recipient'])
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Returns(InboxView)
  @Refuses('agency-ended')
  async list(@By() by: Account, @Query({ schema: InboxQuery }) query: InboxQuery) {
    const { items, total } = await this.inbox.list(by, query);
    return {
      items: items.map((row) => ({ ...row, reference: reference(row), subject: subjectOf(row) })),
      total,
      page: query.page,
      pageSize: PAGE_SIZE,
    };
  }

  @Post('acknowledgements')
  @Scoped('person')
  @HttpCode(200)
  @Returns(AcknowledgedManyView)
  @Refuses('agency-ended', 'not-the-successor', 'recalled')
  async acknowledge(@By() by: Account, @Body({ schema: AcknowledgeMany }) input: AcknowledgeMany) {
    return { acknowledged: await this.inbox.acknowledge(by, input) };
  }
}
