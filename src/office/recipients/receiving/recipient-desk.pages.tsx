import { Body, Controller, Get, Param, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { RecipientPage } from '../../../../templates/office/recipients/receiving/recipient.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { EnterRecallAnswer } from '../recalls/recall.schemas.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { sendFile } from '../../../platform/web/send-file.ts';
import { submit } from '../../../platform/web/submit.ts';
import { Upload } from '../../../platform/web/upload.ts';
import { RecipientDeskService } from './recipient-desk.service.ts';
import { evidenceFrom, MAX_EVIDENCE_BYTES } from './evidence-upload.ts';
import { Answer, Enter, EnterReply } from './receiving.schemas.ts';

/** A form about recipient `id`. */
interface Posted {
  by: Account;
  id: string;
  body: unknown;
  response: Response;
}

/** One recipient of one dispatch: what it did, and what the clerk may do about it. */
@Controller('recipients/:id')
@ApiExcludeController()
export class DeskPages {
  constructor(
    private readonly desk: RecipientDeskService,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.view(by, id);
  }

  @Post('acknowledgement')
  @Allow(['clerk'])
  @Upload('evidence', MAX_EVIDENCE_BYTES)
  enter(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown>,
    @UploadedFile() upload: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.take({ by, id, body, response }, Enter, (entered) =>
      this.desk.enter(by, id, entered, evidenceFrom(upload)),
    );
  }

  @Post('acknowledgement/:entered/confirmation')
  @Allow(['clerk', 'leader'])
  async confirm(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('entered', { schema: Id }) entered: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.desk.confirm(by, id, entered);
    response.redirect(303, `/recipients/${id}`);
  }

  @Post('answer')
  @Allow(['clerk'])
  answer(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.take({ by, id, body, response }, Answer, (answer) =>
      this.desk.answer(by, id, answer),
    );
  }

  @Post('reply')
  @Allow(['clerk'])
  @Upload('file', MAX_EVIDENCE_BYTES)
  enterReply(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown>,
    @UploadedFile() upload: { buffer: Buffer } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.take({ by, id, body, response }, EnterReply, (reply) =>
      this.desk.enterReply(by, id, reply, evidenceFrom(upload)),
    );
  }

  @Post('recall-answer')
  @Allow(['clerk'])
  enterRecallAnswer(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.take({ by, id, body, response }, EnterRecallAnswer, (answer) =>
      this.desk.enterRecallAnswer(by, id, answer),
    );
  }

  @Get('evidence/:sha256')
  async evidence(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.desk.evidence(by, id, sha256);
    await sendFile(response, file, {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': 'inline; filename="can-cu"',
    });
  }

  private take<S extends z.ZodType>(
    { by, id, body, response }: Posted,
    schema: S,
    act: (values: z.output<S>) => Promise<unknown>,
  ): Promise<string | undefined> {
    return submit(response, {
      schema,
      body,
      act,
      next: `/recipients/${id}`,
      again: (errors) => this.view(by, id, { errors, values: typedText(body) }),
    });
  }

  private async view(
    by: Account,
    id: string,
    typed?: { errors: FormErrors; values: Record<string, string> },
  ): Promise<string> {
    const facts = await this.desk.find(by, id);
    const sends = await this.desk.sends(facts.recipient);
    return page(
      { title: facts.recipient.name, account: by, current: 'dispatches' },
      <RecipientPage {...{ facts, sends, by, typed }} now={this.clock.now()} />,
    );
  }
}
