import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import {
  PolicyPage,
  type TypedPolicy,
} from '../../../../templates/office/follow-up/reminders/policy.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { typedText } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { PolicyService } from './policy.service.ts';
import { ContactRung, NewStep, SetContact } from './reminding.schemas.ts';

/** Who is reminded when: everyone reads it, the clerk changes it. */
@Controller('reminders')
@ApiExcludeController()
export class PolicyPages {
  constructor(private readonly policy: PolicyService) {}

  @Get()
  show(@By() by: Account): Promise<string> {
    return this.view(by);
  }

  @Post('steps')
  @Allow(['clerk'])
  add(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const typed = typedText(body);
    const size = (typed['amount'] ?? '').trim().replace(/^-/, '');
    const amount = { at: '0', before: `-${size}` }[typed['when'] ?? ''] ?? size;
    return submit(response, {
      schema: NewStep,
      body: { ...typed, amount: amount || undefined },
      act: (step) => this.policy.add(by, step),
      next: '/reminders',
      again: (errors) => this.view(by, { form: 'step', errors, values: typed }),
    });
  }

  @Post('steps/:id/end')
  @Allow(['clerk'])
  async end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.policy.end(by, id);
    response.redirect(303, '/reminders');
  }

  @Post('contacts/:rung')
  @Allow(['clerk'])
  setContact(
    @By() by: Account,
    @Param('rung', { schema: ContactRung }) rung: z.infer<typeof ContactRung>,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const errors = { email: 'Ghi cả tên và địa chỉ thư đúng dạng, hoặc bỏ trống cả hai.' };
    return submit(response, {
      schema: SetContact,
      body,
      act: (contact) => this.policy.setContact(by, rung, contact ?? null),
      next: '/reminders',
      again: () => this.view(by, { form: rung, errors, values: typedText(body) }),
    });
  }

  private async view(by: Account, typed?: TypedPolicy): Promise<string> {
    const [steps, contacts] = [await this.policy.steps(by), await this.policy.contacts(by)];
    return page(
      { title: 'Nhắc và đôn đốc', account: by, current: 'reminders' },
      <PolicyPage {...{ steps, contacts, typed }} mayManage={by.roles.includes('clerk')} />,
    );
  }
}
