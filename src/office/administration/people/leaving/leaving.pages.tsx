import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { LeavingPage } from '../../../../../templates/office/administration/people/leaving.tsx';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { typedText, type FormErrors } from '../../../../platform/web/form.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Id } from '../../../../platform/web/schema.ts';
import { submit } from '../../../../platform/web/submit.ts';
import { Leave } from './leaving.schemas.ts';
import { LeavingService } from './leaving.service.ts';

@Controller('people/:id/leaving')
@ApiExcludeController()
@Allow(['administrator'])
export class LeavingPages {
  constructor(private readonly leaving: LeavingService) {}

  @Get()
  preview(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.view(by, id);
  }

  @Post()
  async leave(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const again = (errors: FormErrors) => this.view(by, id, typedText(body), errors);
    try {
      return await submit(response, {
        schema: Leave,
        body,
        act: (input) => this.leaving.leave(by, id, input),
        next: `/people/${id}`,
        again,
      });
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      response.status(409);
      return again({ form: error.message });
    }
  }

  private async view(
    by: Account,
    id: string,
    typed: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    const preview = await this.leaving.preview(by, id);
    const { reason = '', drafterId = '', mandateId = '' } = typed;
    return page(
      { title: `${preview.person.fullName} nghỉ`, account: by, current: 'people' },
      <LeavingPage {...preview} values={{ reason, drafterId, mandateId }} errors={errors} />,
    );
  }
}
