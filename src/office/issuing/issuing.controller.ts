import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By, Scoped } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { sendPdf } from '../dispatches/send-pdf.ts';
import { Returns } from '../../platform/web/returns.ts';
import { Id } from '../../platform/web/schema.ts';
import { IssuedView, IssueDispatch, RecordCopyView } from './issuing.schemas.ts';
import { IssuingService } from './issuing.service.ts';
import { NumberingService } from './numbering.service.ts';
import { Refuses } from '../../platform/web/refuses.ts';
import { PAGE_PROBLEMS, SIGNING_PROBLEMS } from '../../platform/problems/problems.ts';

@Controller('api/dispatches/:id')
@ApiTags('dispatches')
export class IssuingController {
  constructor(
    private readonly issuing: IssuingService,
    private readonly numbering: NumberingService,
  ) {}

  /** Where the office numbers before the signature. */
  @Post('number')
  @Allow(['clerk'])
  @Returns(IssuedView, 201)
  @Refuses(
    'not-submitted',
    'numbered-at-issue',
    'preflight-failed',
    ...SIGNING_PROBLEMS,
    ...PAGE_PROBLEMS,
  )
  number(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.numbering.number(by, id);
  }

  @Post('issuance')
  @Allow(['clerk'])
  @Scoped('issue')
  @Returns(IssuedView, 201)
  @Refuses(
    'changed-after-signature',
    'letterhead-changed',
    'not-signed',
    'preflight-failed',
    'recipients-without-address',
    'signed-last-year',
    ...SIGNING_PROBLEMS,
    ...PAGE_PROBLEMS,
  )
  create(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: IssueDispatch }) { withoutAddress }: IssueDispatch,
  ) {
    return this.issuing.issue(by, id, withoutAddress);
  }

  @Get('document')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  @Refuses(...PAGE_PROBLEMS)
  async document(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendPdf(response, await this.issuing.document(by, id));
  }

  /** How far the archive timestamp has come; the file itself is at `/dispatches/{id}/record-copy.pdf`. */
  @Get('record-copy')
  @Returns(RecordCopyView)
  recordCopy(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.issuing.recordCopy(by, id);
  }
}
