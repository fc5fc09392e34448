import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Returns } from '../../platform/web/returns.ts';
import { RegisterExportService } from './register-export.service.ts';
import { BookPeriod, Period, RegisterView } from './register.schemas.ts';
import { RegisterService } from './register.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sổ đăng ký văn bản đi of a period: every number, void ones too, and what explains each gap. */
@Controller('api')
@ApiTags('register')
export class RegisterController {
  constructor(
    private readonly register: RegisterService,
    private readonly exports: RegisterExportService,
  ) {}

  @Get('register')
  @Returns(RegisterView)
  async show(@By() by: Account, @Query({ schema: Period }) period: Period) {
    const { from, to, lines, gaps } = await this.register.read(by, period);
    const voided = lines.filter(({ fate }) => fate === 'void').length;
    return { from, to, total: lines.length, voided, items: lines, gaps };
  }

  /** To print and bind: A4 or A3 across, with a cover. */
  @Get('register.pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async pdf(
    @By() by: Account,
    @Query({ schema: BookPeriod }) period: BookPeriod,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, name } = await this.exports.pdf(by, period);
    response.removeHeader('Content-Security-Policy'); // browsers' own PDF viewers do not run under it
    response
      .type('application/pdf')
      .setHeader('Content-Disposition', `inline; filename=${name}`)
      .setHeader('Cache-Control', 'private, no-store')
      .send(bytes);
  }

  @Get('register.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async xlsx(
    @By() by: Account,
    @Query({ schema: Period }) period: Period,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, name } = await this.exports.xlsx(by, period);
    response.type(XLSX).attachment(name).send(bytes);
  }
}
