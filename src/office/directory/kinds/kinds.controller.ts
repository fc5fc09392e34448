import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { KEEPERS } from '../keepers.ts';
import { AddKind, ChangeKind, KeptKind, KindCode, KindsView } from './kinds.schemas.ts';
import { KindsService } from './kinds.service.ts';

@Controller('api/agency-kinds')
@ApiTags('directory')
export class KindsController {
  constructor(private readonly kinds: KindsService) {}

  @Get()
  @Returns(KindsView)
  index(@By() by: Account) {
    return this.kinds.views(by.officeId);
  }

  @Post()
  @Allow(KEEPERS)
  @Scoped('directory')
  @Returns(KeptKind, 201)
  async add(@By() by: Account, @Body({ schema: AddKind }) input: AddKind) {
    return { code: await this.kinds.add(by, input) };
  }

  @Put(':kind')
  @Allow(KEEPERS)
  @Scoped('directory')
  @Returns(KeptKind)
  async change(
    @By() by: Account,
    @Param('kind', { schema: KindCode }) code: string,
    @Body({ schema: ChangeKind }) input: ChangeKind,
  ) {
    return { code: await this.kinds.rewrite(by, code, input) };
  }

  @Delete(':kind')
  @Allow(KEEPERS)
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Refuses('kind-in-use')
  remove(@By() by: Account, @Param('kind', { schema: KindCode }) code: string): Promise<void> {
    return this.kinds.remove(by, code);
  }
}
