import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { BatchPage } from '../../../../../templates/office/dispatches/batch/batch.tsx';
import { ConfirmationPage } from '../../../../../templates/office/dispatches/batch/confirmation.tsx';
import { DeskPage } from '../../../../../templates/office/dispatches/batch/desk.tsx';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { check } from '../../../../platform/web/form.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Id } from '../../../../platform/web/schema.ts';
import { SigningBatchesService } from './signing-batches.service.ts';
import { SigningQueue } from './signing-queue.ts';
import { Selection, SignBatch } from './signing.schemas.ts';

/** The signer's desk: what waits, what was read and is about to be signed, how far it got. */
@Controller('signing')
@Allow(['signer'])
@ApiExcludeController()
export class SigningBatchesPages {
  constructor(
    private readonly desk: SigningQueue,
    private readonly batches: SigningBatchesService,
  ) {}

  @Get()
  index(@By() by: Account, @Query('all') all?: unknown): Promise<string> {
    return this.waiting(by, { isAllChosen: all !== undefined });
  }

  @Get('confirmation')
  async confirm(
    @By() by: Account,
    @Query() query: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { values, errors } = check(Selection, query);
    if (errors) {
      response.status(422);
      return this.waiting(by, { problem: Object.values(errors)[0] });
    }
    const selected = await this.desk.selected(by, values.items);
    return page(
      { title: 'Xác nhận ký', account: by, current: 'signing' },
      <ConfirmationPage {...selected} batchId={randomUUID()} />,
    );
  }

  @Post('batches')
  async create(
    @By() by: Account,
    @Body({ schema: SignBatch }) input: SignBatch,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = await this.batches.create(by, input);
    response.redirect(303, `/signing/batches/${id}`);
  }

  @Get('batches/:id')
  async show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    const batch = await this.batches.find(by, id);
    const isRunning = batch.state === 'running';
    return page(
      { title: 'Lượt ký', account: by, current: 'signing', ...(isRunning && { refresh: 2 }) },
      <BatchPage batch={batch} />,
    );
  }

  @Post('batches/:id/resumption')
  async resume(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.batches.resume(by, id);
    response.redirect(303, `/signing/batches/${id}`);
  }

  private async waiting(
    by: Account,
    shown: { isAllChosen?: boolean; problem?: string },
  ): Promise<string> {
    const [found, unfinished] = await Promise.all([
      this.desk.waiting(by),
      this.batches.unfinished(by),
    ]);
    return page(
      { title: 'Chờ tôi ký', account: by, current: 'signing' },
      <DeskPage {...{ ...found, unfinished, ...shown }} />,
    );
  }
}
