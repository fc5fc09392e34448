import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import { Others } from '../../../../../templates/office/dispatches/compose-notices.tsx';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { Id } from '../../../../platform/web/schema.ts';
import { ComposePage } from '../compose-page.tsx';
import { DraftSessionsService, type Kept } from './draft-sessions.service.ts';

/** The form of a draft, between two savings. */
@Controller('writings')
@Allow(['drafter', 'clerk'])
@ApiExcludeController()
export class DraftSessionsPages {
  constructor(
    private readonly writings: DraftSessionsService,
    private readonly composing: ComposePage,
  ) {}

  /** Where one left off. */
  @Get(':id')
  async show(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ) {
    const { typed, dispatchId } = await this.writings.find(by, id);
    if (!typed) return response.redirect(303, `/dispatches/${dispatchId ?? 'new'}`);
    const about = { id: dispatchId ?? undefined, writing: id };
    return response.type('html').send(await this.composing.show(by, typed, about));
  }

  @Post(':id')
  @HttpCode(200)
  keep(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
  ): Promise<Kept> {
    return this.writings.keep(by, id, body);
  }

  @Post(':id/presence')
  @HttpCode(200)
  async present(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
  ): Promise<string> {
    return renderToString(<Others others={await this.writings.present(by, id, body)} />);
  }

  @Post(':id/removal')
  async remove(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { dispatchId } = await this.writings.find(by, id);
    await this.writings.end(by, id);
    response.redirect(303, dispatchId ? `/dispatches/${dispatchId}/edit` : '/dispatches/new');
  }
}
