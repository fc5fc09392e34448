import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { KEEPERS } from '../keepers.ts';
import {
  Asked,
  IdentifiedView,
  IdentifierDraft,
  IdentifierEnd,
  IdentifierView,
  KeptIdentifier,
} from './identifiers.schemas.ts';
import { IdentifiersService } from './identifiers.service.ts';

@Controller('api')
@ApiTags('directory')
export class IdentifiersController {
  constructor(private readonly identifiers: IdentifiersService) {}

  @Get('identified-agency')
  @Returns(IdentifiedView)
  @Refuses('identifier-not-known')
  find(@By() by: Account, @Query({ schema: Asked }) asked: Asked) {
    return this.identifiers.find(by, asked);
  }

  @Get('agencies/:id/identifiers')
  @Returns(z.array(IdentifierView))
  async index(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return (await this.identifiers.of(by, id)).identifiers;
  }

  @Post('agencies/:id/identifiers')
  @Allow(KEEPERS)
  @Scoped('directory')
  @Returns(KeptIdentifier, 201)
  async give(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: IdentifierDraft }) draft: IdentifierDraft,
  ) {
    return { id: await this.identifiers.give(by, id, draft) };
  }

  @Post('agencies/:id/identifiers/:identifier/end')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(200)
  @Returns(KeptIdentifier)
  async end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('identifier', { schema: Id }) identifier: string,
    @Body({ schema: IdentifierEnd }) { validTo }: IdentifierEnd,
  ) {
    return { id: await this.identifiers.end(by, id, identifier, validTo) };
  }

  @Delete('agencies/:id/identifiers/:identifier')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('identifier', { schema: Id }) identifier: string,
  ): Promise<void> {
    return this.identifiers.remove(by, id, identifier);
  }
}
