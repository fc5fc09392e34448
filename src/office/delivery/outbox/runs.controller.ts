import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { Resend, ResentView } from './run.schemas.ts';
import { RunsService } from './runs.service.ts';
import { Refuses } from '../../../platform/web/refuses.ts';

@Controller('api/dispatches/:id')
@ApiTags('delivery')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Post('resends')
  @Allow(['clerk'])
  @Returns(ResentView, 201)
  @Refuses('not-issued', 'recalled')
  async resend(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Resend }) again: Resend,
  ) {
    return { recipients: await this.runs.resend(by, id, again) };
  }

  @Post('pause')
  @Allow(['clerk'])
  @HttpCode(204)
  @ApiNoContentResponse()
  @Refuses('not-issued')
  pause(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.runs.pause(by, id);
  }

  @Post('pause/end')
  @Allow(['clerk'])
  @HttpCode(204)
  @ApiNoContentResponse()
  @Refuses('not-issued')
  goOn(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.runs.goOn(by, id);
  }
}
