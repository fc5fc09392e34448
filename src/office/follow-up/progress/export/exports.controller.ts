import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { reference } from '../../../dispatches/number-words.ts';
import { sendPdf } from '../../../dispatches/send-pdf.ts';
import { Id } from '../../../../platform/web/schema.ts';
import { RecipientFilter } from '../tracking.schemas.ts';
import { ExportsService } from './exports.service.ts';
import { Refuses } from '../../../../platform/web/refuses.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What of one dispatch can be taken along: its recipients as a table, its standing as a page. */
@Controller('api/dispatches/:id')
@ApiTags('tracking')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('recipients.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async csv(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
    @Res() response: Response,
  ): Promise<void> {
    const { dispatch, bytes } = await this.exports.csv(by, id, filter);
    response
      .type('text/csv; charset=utf-8')
      .attachment(`${fileName(dispatch)}.csv`)
      .send(bytes);
  }

  @Get('recipients.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async xlsx(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
    @Res() response: Response,
  ): Promise<void> {
    const { dispatch, bytes } = await this.exports.xlsx(by, id, filter);
    response
      .type(XLSX)
      .attachment(`${fileName(dispatch)}.xlsx`)
      .send(bytes);
  }

  /** One page to print; only what is issued has it. */
  @Get('report')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  @Refuses('font-unreadable', 'not-issued')
  async report(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendPdf(response, await this.exports.report(by, id));
  }
}

const fileName = (dispatch: Parameters<typeof reference>[0]) =>
  `Noi-nhan-${reference(dispatch).replaceAll('/', '-')}`;
