import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { PolicyService } from './policy.service.ts';
import { ContactRung, ContactsView, NewStep, SetContact, StepView } from './reminding.schemas.ts';
import { Refuses } from '../../../platform/web/refuses.ts';

@Controller('api')
@ApiTags('reminding')
export class PolicyController {
  constructor(private readonly policy: PolicyService) {}

  @Get('reminder-steps')
  @Returns(z.array(StepView))
  steps(@By() by: Account) {
    return this.policy.steps(by);
  }

  @Post('reminder-steps')
  @Allow(['clerk'])
  @Returns(StepView, 201)
  @Refuses('step-exists')
  add(@By() by: Account, @Body({ schema: NewStep }) step: NewStep) {
    return this.policy.add(by, step);
  }

  @Delete('reminder-steps/:id')
  @Allow(['clerk'])
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.policy.end(by, id);
  }

  @Get('escalation-contacts')
  @Returns(ContactsView)
  contacts(@By() by: Account) {
    return this.policy.contacts(by);
  }

  @Put('escalation-contacts/:rung')
  @Allow(['clerk'])
  @HttpCode(204)
  @ApiNoContentResponse()
  setContact(
    @By() by: Account,
    @Param('rung', { schema: ContactRung }) rung: z.infer<typeof ContactRung>,
    @Body({ schema: SetContact }) contact: z.infer<typeof SetContact>,
  ): Promise<void> {
    return this.policy.setContact(by, rung, contact);
  }
}
