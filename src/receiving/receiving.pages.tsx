import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { PersonalPage, type PersonalForm } from '../../templates/receiving/personal.tsx';
import { reference } from '../dispatches/printed-number.ts';
import { sendPdf } from '../dispatches/send-pdf.ts';
import { check, typedText } from '../web/form.ts';
import { page } from '../web/page.tsx';
import { Public } from '../web/public.ts';
import { Acknowledge, Refuse, Report } from './receiving.schemas.ts';
import { ReceiptsService } from './receipts.service.ts';
import { ReceivingService } from './receiving.service.ts';
import type { RecipientFacts } from './recipient-facts.ts';

/** The page behind the link in the mail. Reading acknowledges nothing: mail scanners open links, too. */
@Controller('a/:token')
@ApiExcludeController()
@Public()
export class ReceivingPages {
  constructor(
    private readonly receiving: ReceivingService,
    private readonly receipts: ReceiptsService,
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
    return this.view(response, token, facts);
  }

  @Get('document.pdf')
  async file(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const { recipient, bytes } = await this.receiving.file(token);
    sendPdf(response, { dispatch: recipient.dispatch, pdf: bytes });
  }

  @Get('receipt.pdf')
  async receiptPage(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const facts = await this.receiving.open(token);
    response.type('application/pdf').send(await this.receipts.file(facts, 'pdf'));
  }

  @Get('receipt.json')
  async receiptStatement(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const facts = await this.receiving.open(token);
    response.type('application/json').send(await this.receipts.file(facts, 'json'));
  }

  @Post('acknowledgement')
  acknowledge(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.act(token, 'acknowledge', Acknowledge, body, response, (input) =>
      this.receiving.acknowledge(token, 'link', input),
    );
  }

  @Post('refusal')
  refuse(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.act(token, 'refuse', Refuse, body, response, (input) =>
      this.receiving.refuse(token, 'link', input),
    );
  }

  @Post('report')
  report(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.act(token, 'report', Report, body, response, (input) =>
      this.receiving.report(token, 'link', input),
    );
  }

  /** Back to the page when it is done; the page again with what is wrong when the form is not complete. */
  private async act<S extends z.ZodType>(
    token: string,
    form: PersonalForm['form'],
    schema: S,
    body: unknown,
    response: Response,
    act: (input: z.output<S>) => Promise<unknown>,
  ): Promise<string | undefined> {
    const { values, errors } = check(schema, body);
    if (errors) {
      const facts = await this.receiving.open(token);
      response.status(422);
      return this.view(response, token, facts, {
        form,
        errors,
        values: typedText(body),
      });
    }
    await act(values);
    response.redirect(303, `/a/${token}`);
    return undefined;
  }

  private view(
    response: Response,
    token: string,
    facts: RecipientFacts,
    typed?: PersonalForm,
  ): string {
    response.setHeader('Cache-Control', 'no-store').setHeader('Referrer-Policy', 'no-referrer');
    return page(
      { title: reference(facts.recipient.dispatch) },
      <PersonalPage {...{ facts, token, typed }} hasReceipts={this.receipts.areSigned} />,
    );
  }
}
