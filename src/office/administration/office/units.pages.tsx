import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { UnitPage } from '../../../../templates/office/administration/office/unit.tsx';
import { NewUnitPage } from '../../../../templates/office/administration/office/new-unit.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { EndUnit, NewUnit, RenameUnit } from './office.schemas.ts';
import { UnitsService } from './units.service.ts';

/** Units are added, renamed and ended, one at a time. */
@Controller('office/units')
@ApiExcludeController()
@Allow(['administrator'])
export class UnitsPages {
  constructor(private readonly units: UnitsService) {}

  @Get('new')
  new(@By() by: Account): Promise<string> {
    return this.form(by, { validFrom: vietnamDate(new Date()) });
  }

  @Post()
  add(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: NewUnit,
      body,
      act: (input) => this.units.add(by, input),
      next: '/office#units',
      again: (errors) => this.form(by, typedText(body), errors),
    });
  }

  @Get(':id')
  show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.one(by, id);
  }

  @Post(':id')
  rename(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: RenameUnit,
      body,
      act: (input) => this.units.rename(by, id, input),
      next: '/office#units',
      again: (errors) => this.one(by, id, typedText(body), errors),
    });
  }

  @Post(':id/end')
  end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: EndUnit,
      body,
      act: (input) => this.units.end(by, id, input),
      next: '/office#units',
      again: (errors) => this.one(by, id, typedText(body), errors),
    });
  }

  private async form(
    by: Account,
    values: Record<string, string>,
    errors: FormErrors = {},
  ): Promise<string> {
    return page(
      { title: 'Thêm đơn vị soạn thảo', account: by, current: 'office' },
      <NewUnitPage {...{ values, errors }} symbol={by.office.head.symbol} />,
    );
  }

  private async one(
    by: Account,
    id: string,
    values: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    const unit = await this.units.find(by, id);
    const today = vietnamDate(new Date());
    return page(
      { title: unit.symbol, account: by, current: 'office' },
      <UnitPage {...{ unit, values, errors, today }} />,
    );
  }
}
