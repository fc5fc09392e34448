import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Id, parse } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import type { Dispatch } from '../dispatch.entity.ts';
import { DraftDispatch, Pattern } from '../dispatch.schemas.ts';
import { DispatchesService } from '../dispatches.service.ts';
import { DraftsService } from '../drafts.service.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { ComposePage } from './compose-page.tsx';
import { emptyDraft, typedDraft } from './draft-form.ts';
import { draftLike, storedDraft } from './stored-draft.ts';
import { TemplatesService } from './templates/templates.service.ts';
import { compare } from './versions/compare.ts';
import { DraftSessionsService } from './draft-sessions/draft-sessions.service.ts';

/** Composing, as pages: a form that is shown again, with what is wrong, until it can be stored. */
@Controller('dispatches')
@Allow(['drafter', 'clerk'])
@ApiExcludeController()
export class DraftingPages {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly drafts: DraftsService,
    private readonly writings: DraftSessionsService,
    private readonly templates: TemplatesService,
    private readonly composing: ComposePage,
  ) {}

  @Get('new')
  async new(
    @By() by: Account,
    @Query({ schema: Pattern }) { from, relation, template }: Pattern,
  ): Promise<string> {
    if (template) return this.composing.show(by, await this.templates.draftFrom(by, template));
    if (!from) return this.composing.show(by, emptyDraft(`${by.office.head.symbol}-`));
    const dispatch = await this.dispatches.read(by, from);
    const { readers } = await this.dispatches.chosenReading(dispatch);
    return this.composing.show(by, draftLike(dispatch, relation, readers));
  }

  @Post()
  create(
    @By() by: Account,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.store(by, body, response, (draft) => this.drafts.draft(by, draft));
  }

  @Get(':id/edit')
  async edit(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    const dispatch = await this.dispatches.read(by, id);
    const { readers } = await this.dispatches.chosenReading(dispatch);
    return this.composing.show(by, storedDraft(dispatch, readers), { id });
  }

  @Post(':id')
  async update(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    await this.dispatches.find(by, id);
    try {
      return await this.store(by, body, response, (draft) => this.drafts.revise(by, id, draft), id);
    } catch (error) {
      if (!(error instanceof RuleViolation) || error.code !== 'edited-meanwhile') throw error;
      response.status(409);
      return this.both(by, id, body);
    }
  }

  private store(
    by: Account,
    body: Record<string, unknown> = {},
    response: Response,
    save: (draft: DraftDispatch) => Promise<Dispatch>,
    id?: string,
  ): Promise<string | undefined> {
    const writing = writingOf(body);
    return submit(response, {
      schema: DraftDispatch,
      body,
      act: async (draft) => {
        const dispatch = await save(draft);
        if (writing) await this.writings.end(by, writing);
        return dispatch;
      },
      next: ({ id: saved }) => `/dispatches/${saved}`,
      again: (errors) => {
        if (errors.secrecy) return this.composing.refused(by, errors.secrecy);
        return this.composing.show(by, typedDraft(body), { id, writing, errors });
      },
    });
  }

  /** What was typed, to be saved over what somebody else has saved meanwhile, and how the two differ. */
  private async both(by: Account, id: string, body: Record<string, unknown>): Promise<string> {
    const writing = writingOf(body);
    if (writing) await this.writings.keepTyped(by, writing, { ...body, dispatchId: id });
    const { revision } = await this.dispatches.find(by, id);
    const values = { ...typedDraft(body), revision: String(revision) };
    const [saved] = await this.drafts.versions(by, id);
    const parts = compare(saved!.content, parse(DraftDispatch, body));
    return this.composing.show(by, values, { id, writing, conflict: { saved: saved!, parts } });
  }
}

/** The form's own id, where it has one. */
const writingOf = (body: Record<string, unknown>) => Id.safeParse(body.writing).data;
