import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { PolicyPage, type TypedPolicy } from '../../templates/reminding/policy.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { check, typedText } from '../web/form.ts';
import { page } from '../web/page.tsx';
import { Id } from '../web/schema.ts';
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
  async add(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const typed = typedText(body);
    const size = (typed['amount'] ?? '').trim().replace(/^-/, '');
    const amount = { at: '0', before: `-${size}` }[typed['when'] ?? ''] ?? size;
    const { values, errors } = check(NewStep, { ...typed, amount: amount || undefined });
    if (errors) return this.again(response, by, { form: 'step', errors, values: typed });
    await this.policy.add(by, values);
    response.redirect(303, '/reminders');
    return undefined;
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
  async setContact(
    @By() by: Account,
    @Param('rung', { schema: ContactRung }) rung: z.infer<typeof ContactRung>,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const { values, errors } = check(SetContact, body);
    if (errors) {
      const wrong = { email: 'Ghi cả tên và địa chỉ thư đúng dạng, hoặc bỏ trống cả hai.' };
      return this.again(response, by, { form: rung, errors: wrong, values: typedText(body) });
    }
    await this.policy.setContact(by, rung, values ?? null);
    response.redirect(303, '/reminders');
    return undefined;
  }

  private again(response: Response, by: Account, typed: TypedPolicy): Promise<string> {
    response.status(422);
    return this.view(by, typed);
  }

  private async view(by: Account, typed?: TypedPolicy): Promise<string> {
    const [steps, contacts] = [await this.policy.steps(by), await this.policy.contacts(by)];
    return page(
      { title: 'Nhắc và đôn đốc', account: by, current: 'reminders' },
      <PolicyPage {...{ steps, contacts, typed }} mayManage={by.role === 'clerk'} />,
    );
  }
}
