import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { EndMandatePage } from '../../templates/mandates/end.tsx';
import { MandateForm } from '../../templates/mandates/form.tsx';
import { MandatesPage } from '../../templates/mandates/index.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../calendar/vietnam-time.ts';
import { check, formErrors, type Checked, type FormErrors } from '../web/form.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import { page } from '../web/page.tsx';
import { Id } from '../web/schema.ts';
import { mayGrant } from './delegation.ts';
import { EndMandate, GrantMandate } from './mandate.schemas.ts';
import { typedMandate, type MandateValues } from './mandate-form.ts';
import { MandatesService } from './mandates.service.ts';

/** Who may sign what: everyone reads it, the clerk writes it down and ends it. */
@Controller('mandates')
@ApiExcludeController()
export class MandatesPages {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  async index(@By() by: Account): Promise<string> {
    const mandates = await this.mandates.list(by);
    return page(
      { title: 'Thẩm quyền ký', account: by, current: 'mandates' },
      <MandatesPage
        mandates={mandates}
        today={vietnamDate(new Date())}
        mayManage={by.role === 'clerk'}
      />,
    );
  }

  @Get('new')
  @Allow(['clerk'])
  new(@By() by: Account): Promise<string> {
    return this.form(by, typedMandate({ validFrom: vietnamDate(new Date()) }));
  }

  @Post()
  @Allow(['clerk'])
  create(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.store(
      response,
      check(GrantMandate, body),
      (input) => this.mandates.grant(by, input),
      (errors) => this.form(by, typedMandate(body), errors),
    );
  }

  @Get(':id/end')
  @Allow(['clerk'])
  ending(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.endForm(by, id, { lastDay: vietnamDate(new Date()), reason: '' });
  }

  @Post(':id/end')
  @Allow(['clerk'])
  end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    const typed = { lastDay: text(body.lastDay), reason: text(body.reason) };
    return this.store(
      response,
      check(EndMandate, body),
      (input) => this.mandates.end(by, id, input),
      (errors) => this.endForm(by, id, typed, errors),
    );
  }

  private async store<Input>(
    response: Response,
    checked: Checked<Input>,
    save: (input: Input) => Promise<unknown>,
    again: (errors: FormErrors) => Promise<string>,
  ): Promise<string | undefined> {
    const refuse = (errors: FormErrors) => {
      response.status(422);
      return again(errors);
    };
    if (checked.errors) return refuse(checked.errors);
    try {
      await save(checked.values);
      response.redirect(303, '/mandates');
      return undefined;
    } catch (error) {
      if (error instanceof InvalidInput) return refuse(formErrors(error));
      throw error;
    }
  }

  private async form(by: Account, values: MandateValues, errors: FormErrors = {}): Promise<string> {
    const today = vietnamDate(new Date());
    const [signers, mandates] = await Promise.all([
      this.mandates.signers(by),
      this.mandates.list(by),
    ]);
    const givers = mandates.filter((one) => mayGrant(one) && !one.hasEndedBefore(today));
    return page(
      { title: 'Ghi thẩm quyền ký', account: by, current: 'mandates' },
      <MandateForm {...{ values, errors, signers, givers }} />,
    );
  }

  private async endForm(
    by: Account,
    id: string,
    values: { lastDay: string; reason: string },
    errors: FormErrors = {},
  ): Promise<string> {
    const found = await this.mandates.restingOn(by, id);
    return page(
      { title: 'Kết thúc thẩm quyền ký', account: by, current: 'mandates' },
      <EndMandatePage {...{ ...found, values, errors }} />,
    );
  }
}
