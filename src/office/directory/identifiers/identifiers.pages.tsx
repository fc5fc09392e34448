import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { IdentifiersPage } from '../../../../templates/office/directory/identifiers/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { submit } from '../../../platform/web/submit.ts';
import { isKeeper, KEEPERS } from '../keepers.ts';
import { IdentifierDraft, IdentifierEnd } from './identifiers.schemas.ts';
import { IdentifiersService } from './identifiers.service.ts';

const pathOf = (id: string) => `/directory/agencies/${id}/identifiers`;

@Controller('directory/agencies/:id/identifiers')
@ApiExcludeController()
export class IdentifiersPages {
  constructor(private readonly identifiers: IdentifiersService) {}

  @Get()
  index(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.show(by, id);
  }

  @Post()
  @Allow(KEEPERS)
  give(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    return submit(response, {
      schema: IdentifierDraft,
      body,
      act: (draft) => this.identifiers.give(by, id, draft),
      next: pathOf(id),
      again: (errors) => this.show(by, id, typedText(body), errors),
    });
  }

  @Post(':identifier/end')
  @Allow(KEEPERS)
  end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('identifier', { schema: Id }) identifier: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    return submit(response, {
      schema: IdentifierEnd,
      body,
      act: ({ validTo }) => this.identifiers.end(by, id, identifier, validTo),
      next: pathOf(id),
      again: (errors) => this.show(by, id, {}, { end: Object.values(errors)[0]! }),
    });
  }

  @Post(':identifier/removal')
  @Allow(KEEPERS)
  async remove(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('identifier', { schema: Id }) identifier: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.identifiers.remove(by, id, identifier);
    response.redirect(303, pathOf(id));
  }

  private async show(
    by: Account,
    id: string,
    typed: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    const { agency, identifiers } = await this.identifiers.of(by, id);
    return page(
      { title: `Mã của ${agency.name}`, account: by, current: 'directory' },
      <IdentifiersPage {...{ agency, identifiers, typed, errors }} mayChange={isKeeper(by)} />,
    );
  }
}
