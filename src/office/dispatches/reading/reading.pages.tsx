import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ReadingPage } from '../../../../templates/office/dispatches/reading/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import type { FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { reference } from '../number-words.ts';
import { SetReading } from './reading.schemas.ts';
import { ReadingService } from './reading.service.ts';

@Controller('dispatches/:id/reading')
@ApiExcludeController()
export class ReadingPages {
  constructor(private readonly reading: ReadingService) {}

  @Get()
  show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.view(by, id);
  }

  @Post()
  @Allow(['drafter', 'clerk', 'signer'])
  set(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: SetReading,
      body,
      act: (chosen) => this.reading.set(by, id, chosen),
      next: `/dispatches/${id}/reading`,
      again: (errors) => this.view(by, id, errors),
    });
  }

  private async view(by: Account, id: string, errors: FormErrors = {}): Promise<string> {
    const { dispatch, facts } = await this.reading.of(by, id);
    return page(
      { title: `Ai được đọc ${reference(dispatch)}`, account: by, current: 'dispatches' },
      <ReadingPage {...{ dispatch, facts, errors }} />,
    );
  }
}
