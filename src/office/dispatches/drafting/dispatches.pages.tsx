import { numbersFirst } from '../../accounts/office-choices.ts';
import { numberProblem } from '../number-on-page.ts';
import { Body, Controller, Get, Param, Post, Query, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DispatchesPage } from '../../../../templates/office/dispatches/index.tsx';
import { ShowDispatch } from '../../../../templates/office/dispatches/show.tsx';
import { By, OwnAccount } from '../../accounts/access.ts';
import type { Account, Role } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { Allow } from '../../accounts/access.ts';
import { Config } from '../../../platform/config/config.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { contentSha256 } from '../content.ts';
import { DispatchFilter, ReturnReason } from '../dispatch.schemas.ts';
import { SignOne } from './batch/signing.schemas.ts';
import { DraftingService } from './drafting.service.ts';
import { DispatchesService, PAGE_SIZE } from '../dispatches.service.ts';
import { reference } from '../number-words.ts';

/** Where each person's work is; of several places that of the first. */
const HOMES: [Role, string][] = [
  ['recipient', '/inbox'],
  ['clerk', '/desk'],
  ['signer', '/signing'],
  ['leader', '/board'],
  ['drafter', '/dispatches'],
  ['administrator', '/people'],
];

/** Reading, submitting, returning and signing, as pages. */
@Controller()
@ApiExcludeController()
export class DispatchesPages {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly drafting: DraftingService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @OwnAccount()
  @Redirect('/dispatches', 303)
  home(@By() by: Account) {
    return { url: HOMES.find(([role]) => by.roles.includes(role))![1] };
  }

  @Get('dispatches')
  async index(
    @By() by: Account,
    @Query({ schema: DispatchFilter }) filter: DispatchFilter,
  ): Promise<string> {
    const found = await this.dispatches.list(by, filter);
    return page(
      { title: 'Văn bản đi', account: by, current: 'dispatches' },
      <DispatchesPage {...{ ...found, filter }} pageSize={PAGE_SIZE} roles={by.roles} />,
    );
  }

  @Get('dispatches/:id')
  show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.view(by, id);
  }

  @Post('dispatches/:id/submission')
  @Allow(['drafter', 'clerk'])
  async submit(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.drafting.submit(by, id);
    response.redirect(303, `/dispatches/${id}`);
  }

  @Post('dispatches/:id/submission/end')
  @Allow(['drafter', 'clerk'])
  async takeBack(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.dispatches.takeBack(by, id);
    response.redirect(303, `/dispatches/${id}`);
  }

  @Post('dispatches/:id/signature')
  @Allow(['signer'])
  async sign(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SignOne }) { contentSha256 }: SignOne,
    @Res() response: Response,
  ): Promise<void> {
    await this.drafting.sign(by, id, contentSha256);
    response.redirect(303, `/dispatches/${id}`);
  }

  @Post('dispatches/:id/return')
  @Allow(['signer', 'clerk'])
  return(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: ReturnReason,
      body,
      act: ({ reason }) => this.dispatches.returnToDrafter(by, id, reason),
      next: `/dispatches/${id}`,
      again: ({ reason }) => this.view(by, id, reason),
    });
  }

  private async view(by: Account, id: string, reasonError?: string): Promise<string> {
    const dispatch = await this.dispatches.read(by, id);
    const relatives = await this.dispatches.relatives(by, dispatch);
    const [preflight, lastReturn, submission, layout, recordCopy, waiting] = await Promise.all([
      this.dispatches.preflight(by, id),
      this.dispatches.lastReturn(dispatch),
      this.dispatches.openSubmission(dispatch),
      dispatch.isEditable ? this.drafting.findings(dispatch) : [],
      this.dispatches.recordCopy(dispatch),
      this.drafting.waiting(by, dispatch),
    ]);
    return page(
      { title: reference(dispatch), account: by, current: 'dispatches' },
      <ShowDispatch
        {...{ dispatch, preflight, lastReturn, submission, layout, recordCopy, waiting, by }}
        reasonError={reasonError}
        {...relatives}
        now={this.clock.now()}
        numbersFirst={numbersFirst(dispatch.office, this.config)}
        contentHash={contentSha256(dispatch)}
        numberProblem={numberProblem(
          dispatch,
          vietnamDate(new Date()),
          numbersFirst(dispatch.office, this.config),
        )}
      />,
    );
  }
}
