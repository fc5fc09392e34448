import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Returns } from '../../platform/web/returns.ts';
import { Id } from '../../platform/web/schema.ts';
import { EndMandate, GrantMandate, MandatesQuery, MandateView } from './mandate.schemas.ts';
import { MandatesService } from './mandates.service.ts';
import { Refuses } from '../../platform/web/refuses.ts';

@Controller('api/mandates')
@ApiTags('mandates')
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  @Returns(z.array(MandateView))
  index(@By() by: Account, @Query({ schema: MandatesQuery }) { on }: MandatesQuery) {
    return on ? this.mandates.on(by, on) : this.mandates.list(by);
  }

  @Post()
  @Allow(['clerk'])
  @Returns(MandateView, 201)
  create(@By() by: Account, @Body({ schema: GrantMandate }) input: GrantMandate) {
    return this.mandates.grant(by, input);
  }

  @Post(':id/end')
  @Allow(['clerk'])
  @HttpCode(200)
  @Returns(MandateView)
  @Refuses('mandate-ended')
  end(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndMandate }) input: EndMandate,
  ) {
    return this.mandates.end(by, id, input);
  }
}
