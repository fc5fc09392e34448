import { Body, Controller, Get, Param, Post, Query, Req, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { InboxPage } from '../../../../templates/office/recipients/inbox/inbox.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { sendPdf } from '../../dispatches/send-pdf.ts';
import { sendFile } from '../../../platform/web/send-file.ts';
import { ReceiptsService } from '../receiving/receipts.service.ts';
import { ReceivingService } from '../receiving/receiving.service.ts';
import { RecipientForms, type RecipientActor } from '../receiving/recipient-forms.tsx';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { Upload } from '../../../platform/web/upload.ts';
import { MAX_EVIDENCE_BYTES } from '../receiving/evidence-upload.ts';
import { AcknowledgeMany, InboxQuery } from './inbox.schemas.ts';
import { InboxService, PAGE_SIZE } from './inbox.service.ts';

/** What was sent to one's agency, and what it does with it. */
@Controller('inbox')
@Allow(['recipient'])
@ApiExcludeController()
export class InboxPages {
  constructor(
    private readonly inbox: InboxService,
    private readonly receiving: ReceivingService,
    private readonly receipts: ReceiptsService,
    private readonly forms: RecipientForms,
  ) {}

  @Get()
  list(@By() by: Account, @Query({ schema: InboxQuery }) query: InboxQuery): Promise<string> {
    return this.view(by, query);
  }

  @Post('acknowledgements')
  acknowledgeMany(
    @By() by: Account,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: AcknowledgeMany,
      body,
      act: (chosen) => this.inbox.acknowledge(by, chosen),
      next: '/inbox',
      again: (errors) => this.view(by, { page: 1 }, Object.values(errors)[0]),
    });
  }

  @Get(':id')
  async show(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Req() { method }: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const seat = await this.seat(by, id);
    const { holder } = seat;
    const facts = await (method === 'GET'
      ? this.receiving.read(holder)
      : this.receiving.open(holder));
    return this.forms.view(seat, response, facts);
  }

  @Get(':id/document.pdf')
  async file(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { recipient, pdf } = await this.receiving.file(await this.inbox.holder(by, id));
    const { dispatch } = recipient;
    await sendPdf(response, { dispatch, pdf }, () => this.receiving.noteFetched(recipient));
  }

  @Get(':id/receipt.pdf')
  async receiptPage(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const facts = await this.receiving.open(await this.inbox.holder(by, id));
    await sendFile(response, await this.receipts.file(facts, 'pdf'));
  }

  @Get(':id/receipt.json')
  async receiptStatement(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const facts = await this.receiving.open(await this.inbox.holder(by, id));
    await sendFile(response, await this.receipts.file(facts, 'json'));
  }

  @Post(':id/acknowledgement')
  async acknowledge(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.acknowledge(await this.seat(by, id), body, response);
  }

  @Post(':id/refusal')
  async refuse(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.refuse(await this.seat(by, id), body, response);
  }

  @Post(':id/report')
  @Upload('file', MAX_EVIDENCE_BYTES)
  async report(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @UploadedFile() upload: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.report(await this.seat(by, id), body, response, upload);
  }

  @Post(':id/recall-answer')
  async answerRecall(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.forms.answerRecall(await this.seat(by, id), body, response);
  }

  private async seat(by: Account, id: string): Promise<RecipientActor> {
    return { holder: await this.inbox.holder(by, id), base: `/inbox/${id}`, account: by };
  }

  private async view(by: Account, query: InboxQuery, problem?: string): Promise<string> {
    const { agency } = await this.inbox.personOf(by);
    const found = await this.inbox.list(by, query);
    return page(
      { title: 'Văn bản đến', account: by, current: 'inbox' },
      <InboxPage {...{ ...found, agency, query, problem }} pageSize={PAGE_SIZE} />,
    );
  }
}
