import { Body, Controller, Get, Param, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ChangesPage } from '../../../../templates/office/directory/over-time/changes.tsx';
import { MadePage } from '../../../../templates/office/directory/over-time/made.tsx';
import { ReviewPage } from '../../../../templates/office/directory/over-time/review.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id, parse } from '../../../platform/web/schema.ts';
import { Upload } from '../../../platform/web/upload.ts';
import { Confirmation, Proposal } from './agencies.schemas.ts';
import { ChangesService } from './changes.service.ts';
import { shownEffects } from './shown-effects.ts';

const MAX_FILE_BYTES = 5_000_000;
/** What is typed, in UTF-8. */
const MAX_ROWS_BYTES = 600_000;

@Controller('directory')
@ApiExcludeController()
@Allow(['clerk'])
export class ChangesPages {
  constructor(private readonly changes: ChangesService) {}

  @Get('changes')
  index(@By() by: Account): Promise<string> {
    return this.show(by);
  }

  @Post('import')
  @Upload('file', MAX_FILE_BYTES, MAX_ROWS_BYTES)
  async propose(
    @By() by: Account,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | void> {
    try {
      const proposal = parse(Proposal, body ?? {});
      const bytes = file?.buffer ?? Buffer.from(proposal.rows ?? '');
      const id = await this.changes.propose(by, bytes, proposal);
      response.redirect(303, `/directory/changes/${id}`);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(422);
      return this.show(by, error.errors);
    }
  }

  @Get('changes/:id')
  async one(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { change, made } = await this.changes.find(by, id);
    const about = { title: change.title, account: by, current: 'directory' as const };
    if (made) return page(about, <MadePage {...{ change, made }} />);
    try {
      const review = await this.changes.review(by, id);
      return page(about, <ReviewPage {...{ review }} shown={shownEffects(review.effects)} />);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(422);
      return this.show(by, error.errors);
    }
  }

  @Post('changes/:id/application')
  async apply(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Confirmation }) confirmation: Confirmation,
    @Res() response: Response,
  ): Promise<void> {
    await this.changes.apply(by, id, confirmation);
    response.redirect(303, `/directory/changes/${id}`);
  }

  private async show(by: Account, faults?: InvalidInput['errors']): Promise<string> {
    const changes = await this.changes.list(by.officeId);
    return page(
      { title: 'Thay đổi danh bạ', account: by, current: 'directory' },
      <ChangesPage {...{ changes, faults }} />,
    );
  }
}
