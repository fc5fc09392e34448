import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { LeavingService } from './leaving/leaving.service.ts';
import { Leave, WhatIsLeftView } from './leaving/leaving.schemas.ts';
import { PeopleService } from './people.service.ts';
import {
  ChangePerson,
  OpenedView,
  OpenPerson,
  PeopleQuery,
  PeopleView,
  PersonView,
  ResetSignIn,
} from './person.schemas.ts';

/** The people of one's own office; no key serves here. */
@Controller('api/people')
@ApiTags('people')
@Allow(['administrator'])
@Scoped('person')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly leaving: LeavingService,
  ) {}

  @Get()
  @Returns(PeopleView)
  index(@By() by: Account, @Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.people.list(by, query);
  }

  @Get(':id')
  @Returns(PersonView)
  show(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.people.find(by, id);
  }

  /** The password is in this answer alone. */
  @Post()
  @Returns(OpenedView, 201)
  open(
    @By() by: Account,
    @Body({ schema: OpenPerson }) input: OpenPerson,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.setHeader('Cache-Control', 'no-store');
    return this.people.open(by, input);
  }

  @Put(':id')
  @Returns(PersonView)
  @Refuses('person-left', 'last-clerk', 'last-administrator')
  change(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangePerson }) input: ChangePerson,
  ) {
    return this.people.change(by, id, input);
  }

  @Post(':id/sign-in-reset')
  @HttpCode(200)
  @Returns(OpenedView)
  @Refuses('person-left', 'no-mail-address')
  reset(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ResetSignIn }) input: ResetSignIn,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.setHeader('Cache-Control', 'no-store');
    return this.people.resetSignIn(by, id, input);
  }

  /** What would be left behind, and had to be handed over. */
  @Get(':id/leaving')
  @Returns(WhatIsLeftView)
  async preview(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return (await this.leaving.preview(by, id)).left;
  }

  @Post(':id/leaving')
  @HttpCode(200)
  @Returns(PersonView)
  @Refuses('person-left', 'last-clerk', 'last-administrator', 'left-meanwhile', 'own-account')
  leave(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Leave }) input: Leave,
  ) {
    return this.leaving.leave(by, id, input);
  }
}
