import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { Confirmation, Proposal, Proposed, Review } from './agencies.schemas.ts';
import { ChangesService } from './changes.service.ts';
import { Refuses } from '../../../platform/web/refuses.ts';

@Controller('api/directory-changes')
@ApiTags('directory')
export class ChangesController {
  constructor(private readonly changes: ChangesService) {}

  @Post()
  @Allow(['clerk'])
  @Scoped('directory')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @Returns(Proposed, 201)
  async propose(
    @By() by: Account,
    @Query({ schema: Proposal }) proposal: Proposal,
    @Req() request: Request,
  ) {
    const csv = typeof request.body === 'string' ? request.body : '';
    return { id: await this.changes.propose(by, Buffer.from(csv), proposal) };
  }

  @Get(':id')
  @Allow(['clerk'])
  @Returns(Review)
  review(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<Review> {
    return this.changes.review(by, id);
  }

  @Post(':id/application')
  @Allow(['clerk'])
  @Scoped('directory')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Refuses('directory-changed', 'kind-not-added', 'area-not-added')
  apply(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Confirmation }) confirmation: Confirmation,
  ): Promise<void> {
    return this.changes.apply(by, id, confirmation);
  }
}
