import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Returns } from '../web/returns.ts';
import { Id } from '../web/schema.ts';
import { Resend, ResentView } from './run.schemas.ts';
import { RunsService } from './runs.service.ts';

@Controller('api/dispatches/:id')
@ApiTags('delivery')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Post('resends')
  @Allow(['clerk'])
  @Returns(ResentView, 201)
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
  pause(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.runs.pause(by, id);
  }

  @Post('pause/end')
  @Allow(['clerk'])
  @HttpCode(204)
  @ApiNoContentResponse()
  goOn(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.runs.goOn(by, id);
  }
}
