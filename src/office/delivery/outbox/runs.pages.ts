import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Id } from '../../../platform/web/schema.ts';
import { Resend } from './run.schemas.ts';
import { RunsService } from './runs.service.ts';

/** The forms of the page of progress. */
@Controller('dispatches/:id')
@ApiExcludeController()
export class RunsPages {
  constructor(private readonly runs: RunsService) {}

  @Post('resends')
  @Allow(['clerk'])
  async resend(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Resend }) again: Resend,
    @Res() response: Response,
  ): Promise<void> {
    await this.runs.resend(by, id, again);
    response.redirect(303, `/dispatches/${id}/progress`);
  }

  @Post('pause')
  @Allow(['clerk'])
  async pause(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.runs.pause(by, id);
    response.redirect(303, `/dispatches/${id}/progress`);
  }

  @Post('pause/end')
  @Allow(['clerk'])
  async goOn(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.runs.goOn(by, id);
    response.redirect(303, `/dispatches/${id}/progress`);
  }
}
