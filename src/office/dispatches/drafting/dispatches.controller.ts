import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import {
  DispatchFilter,
  DispatchPage,
  DispatchView,
  DraftDispatch,
  Saving,
  PreflightView,
  ReturnReason,
} from '../dispatch.schemas.ts';
import { SignOne } from './batch/signing.schemas.ts';
import { LayoutView } from './layout.schemas.ts';
import { DraftingService } from './drafting.service.ts';
import { DispatchesService } from '../dispatches.service.ts';
import { DraftsService } from '../drafts.service.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { PAGE_PROBLEMS, SIGNATURE_PROBLEMS } from '../../../platform/problems/problems.ts';

@Controller('api/dispatches')
@ApiTags('dispatches')
export class DispatchesController {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly drafts: DraftsService,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @Returns(DispatchPage)
  index(@By() by: Account, @Query({ schema: DispatchFilter }) filter: DispatchFilter) {
    return this.dispatches.list(by, filter);
  }

  @Post()
  @Allow(['drafter', 'clerk'])
  @Scoped('draft')
  @Returns(DispatchView, 201)
  @Refuses('former-not-issued')
  create(
    @By() by: Account,
    @Body({ schema: DraftDispatch }) draft: DraftDispatch,
    @Query({ schema: Saving }) { automatic }: Saving,
  ) {
    return this.drafts.draft(by, draft, automatic);
  }

  @Get(':id')
  @Returns(DispatchView)
  show(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.dispatches.read(by, id);
  }

  @Put(':id')
  @Allow(['drafter', 'clerk'])
  @Scoped('draft')
  @Returns(DispatchView)
  @Refuses('edited-meanwhile', 'not-editable')
  update(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DraftDispatch }) draft: DraftDispatch,
    @Query({ schema: Saving }) { automatic }: Saving,
  ) {
    return this.drafts.revise(by, id, draft, automatic);
  }

  @Get(':id/preflight')
  @Returns(PreflightView)
  async preflight(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    const found = await this.dispatches.preflight(by, id);
    return { ...found, recipients: found.recipients.length };
  }

  /** Kiểm tra thể thức of the page as it stands. */
  @Get(':id/layout')
  @Returns(LayoutView)
  @Refuses(...PAGE_PROBLEMS)
  async layout(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.drafting.findings(await this.dispatches.find(by, id));
  }

  @Post(':id/submission')
  @Allow(['drafter', 'clerk'])
  @Scoped('draft')
  @Returns(DispatchView, 201)
  @Refuses(
    'already-submitted',
    'edited-meanwhile',
    'layout-check-failed',
    'preflight-failed',
    ...PAGE_PROBLEMS,
  )
  submit(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.drafting.submit(by, id);
  }

  @Post(':id/submission/end')
  @Allow(['drafter', 'clerk'])
  @Scoped('draft')
  @HttpCode(200)
  @Returns(DispatchView)
  @Refuses('not-submitted', 'not-the-submitter', 'numbered-already')
  takeBack(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.dispatches.takeBack(by, id);
  }

  @Post(':id/return')
  @Allow(['signer', 'clerk'])
  @HttpCode(200)
  @Returns(DispatchView)
  @Refuses('not-on-this-desk', 'not-returnable')
  return(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReturnReason }) { reason }: z.infer<typeof ReturnReason>,
  ) {
    return this.dispatches.returnToDrafter(by, id, reason);
  }

  @Post(':id/signature')
  @Allow(['signer'])
  @Returns(DispatchView, 201)
  @Refuses(...SIGNATURE_PROBLEMS)
  sign(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SignOne }) { contentSha256 }: SignOne,
  ) {
    return this.drafting.sign(by, id, contentSha256);
  }
}
