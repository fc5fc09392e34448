import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import { DataSource } from 'typeorm';
import { LayoutFindings } from '../../../../templates/office/dispatches/layout-findings.tsx';
import { ReachSummary } from '../../../../templates/office/dispatches/reach.tsx';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { DraftDispatch, DraftLines } from '../dispatch.schemas.ts';
import { LineTargets } from '../line-targets.ts';
import { sendPdf } from '../send-pdf.ts';
import { RenderThread } from '../render-thread.ts';
import { check } from '../../../platform/web/form.ts';
import { PAGE_PROBLEMS } from '../../../platform/problems/problems.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { DraftingService } from './drafting.service.ts';
import { LayoutView } from './layout.schemas.ts';
import { namesLike, type KnownName } from './names.ts';
import { reachOf, type Reach } from './reach.ts';
import { KnownNames, NameQuery, ReachView } from './reach.schemas.ts';
import { unsavedDispatch } from './unsaved-dispatch.ts';

/** The real page of a draft as it stands in the form, and the layout check of it; nothing is stored. */
@Controller()
@Allow(['drafter', 'clerk'])
@Scoped('draft')
@ApiTags('dispatches')
export class PreviewController {
  constructor(
    private readonly database: DataSource,
    private readonly renderer: RenderThread,
    private readonly drafting: DraftingService,
    private readonly targets: LineTargets,
  ) {}

  @Post('api/documents/preview')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  @Refuses(...PAGE_PROBLEMS)
  async preview(
    @By() by: Account,
    @Body({ schema: DraftDispatch }) draft: DraftDispatch,
    @Res() response: Response,
  ): Promise<void> {
    const dispatch = await unsavedDispatch(this.database.manager, by, draft);
    const { pdf } = await this.renderer.render(dispatch, { created: new Date() });
    await sendPdf(response, { dispatch, pdf });
  }

  @Post('documents/preview')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  previewPage(
    @By() by: Account,
    @Body({ schema: DraftDispatch }) draft: DraftDispatch,
    @Res() response: Response,
  ): Promise<void> {
    return this.preview(by, draft, response);
  }

  @Post('api/documents/layout')
  @HttpCode(200)
  @Returns(LayoutView)
  @Refuses(...PAGE_PROBLEMS)
  async layout(@By() by: Account, @Body({ schema: DraftDispatch }) draft: DraftDispatch) {
    return this.drafting.findings(await unsavedDispatch(this.database.manager, by, draft));
  }

  /** The findings beside the form, while it is being filled in: what is still missing is no fault yet. */
  @Post('documents/layout')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async layoutFragment(@By() by: Account, @Body() body: unknown): Promise<string> {
    const { values } = check(DraftDispatch, body);
    const findings = values ? await this.layout(by, values) : undefined;
    return renderToString(<LayoutFindings findings={findings} form="" />);
  }

  @Post('api/documents/recipients')
  @HttpCode(200)
  @Returns(ReachView)
  reach(@By() by: Account, @Body({ schema: DraftLines }) lines: DraftLines): Promise<Reach> {
    const { manager } = this.database;
    return reachOf(manager, this.targets, by.officeId, lines, vietnamDate(new Date()));
  }

  /** Names for a recipient line while it is being typed. */
  @Get('api/recipient-names')
  @Returns(KnownNames)
  names(@By() by: Account, @Query({ schema: NameQuery }) { q }: NameQuery): Promise<KnownName[]> {
    return namesLike(this.database.manager, by.officeId, q, vietnamDate(new Date()));
  }

  /** Who would receive the draft, beside the form. */
  @Post('documents/recipients')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async reachFragment(@By() by: Account, @Body() body: unknown): Promise<string> {
    const { values, errors } = check(DraftLines, body);
    if (errors) return renderToString(<p class="muted">{Object.values(errors)[0]}</p>);
    return renderToString(<ReachSummary reach={await this.reach(by, values)} />);
  }
}
