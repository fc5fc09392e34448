import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { HeadsService } from './heads.service.ts';
import { EndUnit, HeadView, NewHead, NewUnit, RenameUnit, UnitView } from './office.schemas.ts';
import { UnitsService } from './units.service.ts';

@Controller('api/office')
@ApiTags('office')
@Allow(['administrator'])
export class OfficeController {
  constructor(
    private readonly heads: HeadsService,
    private readonly units: UnitsService,
  ) {}

  @Get('heads')
  @Returns(z.array(HeadView))
  listHeads(@By() by: Account) {
    return this.heads.list(by);
  }

  @Post('heads')
  @Returns(HeadView, 201)
  openHead(@By() by: Account, @Body({ schema: NewHead }) input: NewHead) {
    return this.heads.open(by, input);
  }

  @Delete('heads/:id')
  @HttpCode(204)
  @Refuses('letterhead-begun')
  withdrawHead(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.heads.withdraw(by, id);
  }

  @Get('units')
  @Returns(z.array(UnitView))
  listUnits(@By() by: Account) {
    return this.units.list(by);
  }

  @Post('units')
  @Returns(UnitView, 201)
  addUnit(@By() by: Account, @Body({ schema: NewUnit }) input: NewUnit) {
    return this.units.add(by, input);
  }

  @Put('units/:id')
  @Returns(UnitView)
  renameUnit(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RenameUnit }) input: RenameUnit,
  ) {
    return this.units.rename(by, id, input);
  }

  @Post('units/:id/end')
  @HttpCode(200)
  @Returns(UnitView)
  @Refuses('unit-in-use')
  endUnit(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndUnit }) input: EndUnit,
  ) {
    return this.units.end(by, id, input);
  }
}
