import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { KEEPERS } from '../keepers.ts';
import {
  AreaDraft,
  AreaFilter,
  AreaMove,
  AreasView,
  AreaView,
  EndArea,
  KeptArea,
} from './areas.schemas.ts';
import { AreasService } from './areas.service.ts';

@Controller('api/areas')
@ApiTags('directory')
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Get()
  @Returns(AreasView)
  index(@By() by: Account) {
    return this.areas.list(by.officeId);
  }

  @Get(':id')
  @Returns(AreaView)
  one(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AreaFilter }) { page }: AreaFilter,
  ) {
    return this.areas.view(by, id, page);
  }

  @Post()
  @Allow(KEEPERS)
  @Scoped('directory')
  @Returns(KeptArea, 201)
  async add(@By() by: Account, @Body({ schema: AreaDraft }) { name }: AreaDraft) {
    return { id: await this.areas.add(by, name) };
  }

  @Put(':id')
  @Allow(KEEPERS)
  @Scoped('directory')
  @Returns(KeptArea)
  async rename(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AreaDraft }) { name }: AreaDraft,
  ) {
    return { id: await this.areas.rename(by, id, name) };
  }

  @Delete(':id')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Refuses('area-in-use')
  remove(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.areas.remove(by, id);
  }

  @Put(':id/end')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndArea }) { from }: EndArea,
  ): Promise<void> {
    return this.areas.end(by, id, from);
  }

  @Delete(':id/end')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  reopen(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.areas.reopen(by, id);
  }

  @Post(':id/agencies')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  place(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AreaMove }) move: AreaMove,
  ): Promise<void> {
    return this.areas.place(by, id, move);
  }

  @Post(':id/departures')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  takeOut(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AreaMove }) move: AreaMove,
  ): Promise<void> {
    return this.areas.takeOut(by, id, move);
  }
}
