import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { Returns } from '../../../../platform/web/returns.ts';
import { Id } from '../../../../platform/web/schema.ts';
import { SigningBatchesService } from './signing-batches.service.ts';
import { SigningQueue } from './signing-queue.ts';
import { BatchView, SignBatch, WaitingView } from './signing.schemas.ts';
import { Refuses } from '../../../../platform/web/refuses.ts';
import { SIGNATURE_PROBLEMS } from '../../../../platform/problems/problems.ts';

@Controller('api')
@ApiTags('signing')
export class SigningBatchesController {
  constructor(
    private readonly desk: SigningQueue,
    private readonly batches: SigningBatchesService,
  ) {}

  /** What waits for the caller's own signature. */
  @Get('signing-desk')
  @Allow(['signer'])
  @Returns(z.array(WaitingView))
  async waiting(@By() by: Account) {
    return (await this.desk.waiting(by)).items;
  }

  /** Signs each item whose content is still the one that was read; answers at once, the signing goes on. */
  @Post('signing-batches')
  @Allow(['signer'])
  @Returns(BatchView, 201)
  @Refuses('restarting', ...SIGNATURE_PROBLEMS)
  create(@By() by: Account, @Body({ schema: SignBatch }) input: SignBatch) {
    return this.batches.create(by, input);
  }

  @Get('signing-batches/:id')
  @Allow(['signer'])
  @Returns(BatchView)
  show(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.batches.find(by, id);
  }

  @Post('signing-batches/:id/resumption')
  @Allow(['signer'])
  @HttpCode(200)
  @Returns(BatchView)
  @Refuses('restarting', ...SIGNATURE_PROBLEMS)
  resume(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.batches.resume(by, id);
  }
}
