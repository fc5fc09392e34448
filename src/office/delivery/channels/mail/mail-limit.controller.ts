import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { Returns } from '../../../../platform/web/returns.ts';
import { MailLimitView, SetMailLimit } from './mail-limit.schemas.ts';
import { MailLimitService } from './mail-limit.service.ts';

@Controller('api/mail-limit')
@ApiTags('delivery')
export class MailLimitController {
  constructor(private readonly limits: MailLimitService) {}

  @Get()
  @Returns(MailLimitView)
  find(@By() by: Account) {
    return this.limits.find(by);
  }

  @Put()
  @Allow(['clerk'])
  @Returns(MailLimitView)
  set(@By() by: Account, @Body({ schema: SetMailLimit }) limit: SetMailLimit) {
    return this.limits.set(by, limit);
  }
}
