import { Body, Controller, Get, Param, Post, Req, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { sendPdf } from '../../dispatches/send-pdf.ts';
import { sendFile } from '../../../platform/web/send-file.ts';
import { Public } from '../../../platform/web/public.ts';
import { Upload } from '../../../platform/web/upload.ts';
import { MAX_EVIDENCE_BYTES } from './evidence-upload.ts';
import { ReceiptsService } from './receipts.service.ts';
import { ReceivingService } from './receiving.service.ts';
import { RecipientForms, type RecipientActor } from './recipient-forms.tsx';

/** The page behind the link in the mail. Reading acknowledges nothing: mail scanners open links, too. */
@Controller('a/:token')
@ApiExcludeController()
@Public()
export class ReceivingPages {
  constructor(
    private readonly receiving: ReceivingService,
    private readonly receipts: ReceiptsService,
    private readonly forms: RecipientForms,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Req() { method }: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const facts = await (method === 'GET'
      ? this.receiving.read(token)
      : this.receiving.open(token));
    return this.forms.view(seatOf(token), response, facts);
  }

  @Get('document.pdf')
  async file(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const { recipient, pdf } = await this.receiving.file(token);
    const { dispatch } = recipient;
    await sendPdf(response, { dispatch, pdf }, () => this.receiving.noteFetched(recipient));
  }

  @Get('receipt.pdf')
  async receiptPage(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const facts = await this.receiving.open(token);
    await sendFile(response, await this.receipts.file(facts, 'pdf'));
  }

  @Get('receipt.json')
  async receiptStatement(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const facts = await this.receiving.open(token);
    await sendFile(response, await this.receipts.file(facts, 'json'));
  }

  @Post('acknowledgement')
  acknowledge(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.acknowledge(seatOf(token), body, response);
  }

  @Post('refusal')
  refuse(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.refuse(seatOf(token), body, response);
  }

  @Post('report')
  @Upload('file', MAX_EVIDENCE_BYTES)
  report(
    @Param('token') token: string,
    @Body() body: unknown,
    @UploadedFile() upload: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.report(seatOf(token), body, response, upload);
  }

  @Post('recall-answer')
  answerRecall(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.answerRecall(seatOf(token), body, response);
  }
}

const seatOf = (token: string): RecipientActor => ({ holder: token, base: `/a/${token}` });
