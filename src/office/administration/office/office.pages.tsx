import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { HeadForm } from '../../../../templates/office/administration/office/head-form.tsx';
import { OfficePage } from '../../../../templates/office/administration/office/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { HeadsService } from './heads.service.ts';
import { NewHead } from './office.schemas.ts';
import { UnitsService } from './units.service.ts';

/** What the office is called, and its units. */
@Controller('office')
@ApiExcludeController()
@Allow(['administrator'])
export class OfficePages {
  constructor(
    private readonly heads: HeadsService,
    private readonly units: UnitsService,
  ) {}

  @Get()
  async show(@By() by: Account): Promise<string> {
    const [heads, signed, units] = await Promise.all([
      this.heads.list(by),
      this.heads.signed(by),
      this.units.list(by),
    ]);
    const today = vietnamDate(new Date());
    return page(
      { title: 'Cơ quan', account: by, current: 'office' },
      <OfficePage {...{ heads, signed, units, today }} current={by.office.head} />,
    );
  }

  @Get('heads/new')
  async newHead(@By() by: Account): Promise<string> {
    const { name, parentBody, place, symbol, contact, identifier, formerIdentifier } =
      by.office.head;
    return this.headForm(by, {
      name,
      place,
      symbol,
      parentBody: parentBody ?? '',
      contact: contact.join('\n'),
      identifier: identifier ?? '',
      formerIdentifier: formerIdentifier ?? '',
    });
  }

  @Post('heads')
  openHead(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: NewHead,
      body,
      act: (input) => this.heads.open(by, input),
      next: '/office',
      again: (errors) => this.headForm(by, typedText(body), errors),
    });
  }

  @Post('heads/:id/removal')
  async withdrawHead(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.heads.withdraw(by, id);
    response.redirect(303, '/office');
  }

  private async headForm(
    by: Account,
    values: Record<string, string>,
    errors: FormErrors = {},
  ): Promise<string> {
    const signed = await this.heads.signed(by);
    return page(
      { title: 'Đổi đầu văn bản', account: by, current: 'office' },
      <HeadForm {...{ values, errors, signed }} />,
    );
  }
}
