import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { AsOf, GroupDraft, GroupMembers, SavedGroup } from './groups.schemas.ts';
import { GroupsService } from './groups.service.ts';

@Controller('api/groups')
@ApiTags('directory')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Post()
  @Allow(['clerk'])
  @Scoped('directory')
  @Returns(SavedGroup, 201)
  async make(@By() by: Account, @Body({ schema: GroupDraft }) draft: GroupDraft) {
    return { id: await this.groups.save(by, draft) };
  }

  @Put(':id')
  @Allow(['clerk'])
  @Scoped('directory')
  @Returns(SavedGroup)
  async change(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: GroupDraft }) draft: GroupDraft,
  ) {
    return { id: await this.groups.save(by, draft, id) };
  }

  @Get(':id')
  @Returns(GroupMembers)
  async one(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AsOf }) { asOf = vietnamDate(new Date()), page }: AsOf,
  ) {
    const { group, byHand, ...onDay } = await this.groups.onDay(by, id, asOf, page);
    const { name, kinds } = group;
    return { id, name, kinds, codes: byHand, asOf, ...onDay };
  }
}
