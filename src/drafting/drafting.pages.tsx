import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DraftForm } from '../../templates/dispatches/form.tsx';
import { Refused } from '../../templates/dispatches/refused.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { DirectoryService } from '../directory/directory.service.ts';
import { check, formErrors, type FormErrors } from '../web/form.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import { page } from '../web/page.tsx';
import { Id } from '../web/schema.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { DraftDispatch, Pattern } from '../dispatches/dispatch.schemas.ts';
import { DispatchesService } from '../dispatches/dispatches.service.ts';
import { DraftsService } from '../dispatches/drafts.service.ts';
import type { Version } from '../dispatches/version.entity.ts';
import { draftLike, emptyDraft, storedDraft, typedDraft, type DraftValues } from './draft-form.ts';

/** Composing, as pages: a form that is shown again, with what is wrong, until it can be stored. */
@Controller('dispatches')
@Allow(['drafter', 'clerk'])
@ApiExcludeController()
export class DraftingPages {
  constructor(
    private readonly dispatches: DispatchesService,
    private readonly drafts: DraftsService,
    private readonly directory: DirectoryService,
  ) {}

  @Get('new')
  async new(
    @By() by: Account,
    @Query({ schema: Pattern }) { from, relation }: Pattern,
  ): Promise<string> {
    if (!from) return this.form(by, emptyDraft(`${by.office.code}-`));
    return this.form(by, draftLike(await this.dispatches.read(by, from), relation));
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
    return this.form(by, storedDraft(await this.dispatches.read(by, id)), id);
  }

  @Post(':id')
  update(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return this.store(by, body, response, (draft) => this.drafts.revise(by, id, draft), id);
  }

  private async store(
    by: Account,
    body: Record<string, unknown> = {},
    response: Response,
    save: (draft: DraftDispatch) => Promise<Dispatch>,
    id?: string,
  ): Promise<string | undefined> {
    const checked = check(DraftDispatch, body);
    const again = (errors: FormErrors) => {
      response.status(422);
      if (errors.secrecy) return refused(by, errors.secrecy);
      return this.form(by, typedDraft(body), id, errors);
    };
    if (checked.errors) return again(checked.errors);
    try {
      const dispatch = await save(checked.values);
      response.redirect(303, `/dispatches/${dispatch.id}`);
      return undefined;
    } catch (error) {
      if (error instanceof InvalidInput) return again(formErrors(error));
      throw error;
    }
  }

  private async form(
    by: Account,
    values: DraftValues,
    id?: string,
    errors: FormErrors = {},
  ): Promise<string> {
    const mandates = await this.drafts.mandates(by);
    const suggestions = await this.directory.suggestions(by.officeId);
    const meanwhile = id ? await this.savedByAnother(by, id) : undefined;
    return page(
      {
        title: id ? 'Sửa dự thảo' : 'Soạn văn bản',
        account: by,
        current: 'dispatches',
        scripts: ['compose.js'],
      },
      <DraftForm {...{ values, errors, id, mandates, suggestions, meanwhile }} />,
    );
  }

  /** Two people who edit at once are told before they begin, and again when they save. */
  private async savedByAnother(by: Account, id: string): Promise<Version | undefined> {
    const [last] = await this.drafts.versions(by, id);
    const isRecent = last && Date.now() - last.savedAt.getTime() < MOMENT_MINUTES * 60_000;
    return isRecent && last.savedBy !== by.id ? last : undefined;
  }
}

const MOMENT_MINUTES = 15;

/** The page does not repeat what was typed: text with a secrecy mark is not kept anywhere. */
function refused(by: Account, reason: string): string {
  return page({ title: 'Không tiếp nhận', account: by }, <Refused reason={reason} />);
}
