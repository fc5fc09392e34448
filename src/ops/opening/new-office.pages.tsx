import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { NewOfficePage, OpenedOffice } from '../../../templates/ops/new-office.tsx';
import { check, formErrors, typedText, type FormErrors } from '../../platform/web/form.ts';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { page } from '../../platform/web/page.tsx';
import { Public } from '../../platform/web/public.ts';
import { NewOffice } from './new-office.ts';
import { OpeningService } from './opening.service.ts';

/** Whoever runs the installation has a link, printed on the machine; nobody has a right that stays. */
@Controller('new-office/:token')
@ApiExcludeController()
@Public()
export class NewOfficePages {
  constructor(private readonly opening: OpeningService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async show(@Param('token') token: string): Promise<string> {
    await this.opening.requireOpen(token);
    return this.form(token);
  }

  /** Passwords are shown once, so there is no page to go on to. */
  @Post()
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  async open(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.opening.requireOpen(token);
    const { values, errors } = check(NewOffice, body);
    if (errors) return this.again(response, token, body, errors);
    try {
      const people = await this.opening.open(token, values);
      return page({ title: 'Đã mở cơ quan' }, <OpenedOffice name={values.name} people={people} />);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return this.again(response, token, body, formErrors(error));
    }
  }

  private again(
    response: Response,
    token: string,
    body: unknown,
    errors: FormErrors,
  ): Promise<string> {
    response.status(422);
    return this.form(token, typedText(body), errors);
  }

  private async form(
    token: string,
    values: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    return page(
      { title: 'Mở cơ quan mới' },
      <NewOfficePage {...{ values, errors }} action={`/new-office/${token}`} />,
    );
  }
}
