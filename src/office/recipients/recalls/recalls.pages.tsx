import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  RecallPage,
  type RecallPageProps,
} from '../../../../templates/office/recipients/recalls/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { reference } from '../../dispatches/number-words.ts';
import { typedText } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { RecallDispatch } from './recall.schemas.ts';
import { RecallService } from './recall.service.ts';

@Controller('dispatches/:id/recall')
@ApiExcludeController()
export class RecallsPages {
  constructor(private readonly recalls: RecallService) {}

  @Get()
  show(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query('recipient') recipient?: string,
  ): Promise<string> {
    return this.view(by, id, recipient);
  }

  @Post()
  @Allow(['clerk'])
  recall(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const typed = typedText(body);
    return submit(response, {
      schema: RecallDispatch,
      body,
      act: (recall) => this.recalls.recall(by, id, recall),
      next: `/dispatches/${id}/recall`,
      again: (errors) => this.view(by, id, typed.recipientId, { errors, values: typed }),
    });
  }

  /** A button of the agency's log, which is where one comes back to. */
  @Post('replays/:recipient')
  @Allow(['clerk'])
  async tellAgain(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('recipient', { schema: Id }) recipientId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.recalls.tellAgain(by, id, recipientId);
    const recipient = await this.recalls.recipient(id, recipientId);
    response.redirect(303, `/directory/agencies/${recipient!.agencyId}/channels`);
  }

  private async view(
    by: Account,
    id: string,
    recipientId?: string,
    typed?: RecallPageProps['typed'],
  ): Promise<string> {
    const dispatch = await this.recalls.dispatch(by, id);
    const found = await this.recalls.ofDispatch(by, id);
    const only = await this.recalls.recipient(id, recipientId);
    return page(
      { title: `Thu hồi ${reference(dispatch)}`, account: by, current: 'dispatches' },
      <RecallPage
        {...{ dispatch, found, only, typed }}
        mayRecall={by.roles.includes('clerk') && dispatch.state === 'issued'}
      />,
    );
  }
}
