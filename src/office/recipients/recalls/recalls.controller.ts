import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { RecallDispatch, RecallView } from './recall.schemas.ts';
import { RecallService } from './recall.service.ts';
import { Refuses } from '../../../platform/web/refuses.ts';

@Controller('api/dispatches/:id/recall')
@ApiTags('recalling')
export class RecallsController {
  constructor(private readonly recalls: RecallService) {}

  @Get()
  @Returns(RecallView)
  show(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.recalls.ofDispatch(by, id);
  }

  /** From everybody, or from one recipient; recalling again changes nothing. */
  @Post()
  @Allow(['clerk'])
  @Returns(RecallView, 201)
  @Refuses('not-issued')
  async recall(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecallDispatch }) input: RecallDispatch,
  ) {
    await this.recalls.recall(by, id, input);
    return this.recalls.ofDispatch(by, id);
  }

  @Post('replays/:recipient')
  @Allow(['clerk'])
  @HttpCode(204)
  @ApiNoContentResponse()
  @Refuses('nothing-to-replay')
  tellAgain(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('recipient', { schema: Id }) recipientId: string,
  ): Promise<void> {
    return this.recalls.tellAgain(by, id, recipientId);
  }
}
