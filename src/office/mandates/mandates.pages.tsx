import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { EndMandatePage } from '../../../templates/office/mandates/end.tsx';
import { MandateForm } from '../../../templates/office/mandates/form.tsx';
import { MandatesPage } from '../../../templates/office/mandates/index.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import type { FormErrors } from '../../platform/web/form.ts';
import { page } from '../../platform/web/page.tsx';
import { Id } from '../../platform/web/schema.ts';
import { submit } from '../../platform/web/submit.ts';
import { mayGrant } from './delegation.ts';
import { EndMandate, GrantMandate, MandatesQuery } from './mandate.schemas.ts';
import { typedMandate, type MandateValues } from './mandate-form.ts';
import { MandatesService } from './mandates.service.ts';

/** Who may sign what: everyone reads it, the clerk writes it down and ends it. */
@Controller('mandates')
@ApiExcludeController()
export class MandatesPages {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  async index(
    @By() by: Account,
    @Query({ schema: MandatesQuery }) { on }: MandatesQuery,
  ): Promise<string> {
    const mandates = await (on ? this.mandates.on(by, on) : this.mandates.list(by));
    return page(
      { title: 'Thẩm quyền ký', account: by, current: 'mandates' },
      <MandatesPage
        {...{ mandates, on }}
        today={vietnamDate(new Date())}
        mayManage={by.roles.includes('clerk')}
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
    return submit(response, {
      schema: GrantMandate,
      body,
      act: (input) => this.mandates.grant(by, input),
      next: '/mandates',
      again: (errors) => this.form(by, typedMandate(body), errors),
    });
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
    return submit(response, {
      schema: EndMandate,
      body,
      act: (input) => this.mandates.end(by, id, input),
      next: '/mandates',
      again: (errors) => this.endForm(by, id, typed, errors),
    });
  }

  private async form(by: Account, values: MandateValues, errors: FormErrors = {}): Promise<string> {
    const today = vietnamDate(new Date());
    const [signers, units, mandates] = await Promise.all([
      this.mandates.signers(by),
      this.mandates.units(by),
      this.mandates.list(by),
    ]);
    const givers = mandates.filter(
      (one) => mayGrant(one) && !one.hasEndedBefore(today) && !one.account.closedAt,
    );
    return page(
      { title: 'Ghi thẩm quyền ký', account: by, current: 'mandates' },
      <MandateForm {...{ values, errors, signers, units, givers }} />,
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
