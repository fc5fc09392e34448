import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Id } from '../../platform/web/schema.ts';
import { IssueDispatch } from './issuing.schemas.ts';
import { IssuingService } from './issuing.service.ts';
import { NumberingService } from './numbering.service.ts';
import { sendPdf } from '../dispatches/send-pdf.ts';

@Controller('dispatches/:id')
@ApiExcludeController()
export class IssuingPages {
  constructor(
    private readonly issuing: IssuingService,
    private readonly numbering: NumberingService,
  ) {}

  @Post('number')
  @Allow(['clerk'])
  async number(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.numbering.number(by, id);
    response.redirect(303, `/dispatches/${id}`);
  }

  @Post('issuance')
  @Allow(['clerk'])
  async create(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: IssueDispatch }) { withoutAddress }: IssueDispatch,
    @Res() response: Response,
  ): Promise<void> {
    await this.issuing.issue(by, id, withoutAddress);
    response.redirect(303, `/dispatches/${id}/progress`);
  }

  @Get('document.pdf')
  async document(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendPdf(response, await this.issuing.document(by, id));
  }

  @Get('record-copy.pdf')
  async recordCopy(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendPdf(response, await this.issuing.archived(by, id));
  }
}
