import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Id } from '../../../platform/web/schema.ts';
import { ReadingView, SetReading } from './reading.schemas.ts';
import { ReadingService } from './reading.service.ts';

@Controller('api/dispatches/:id/reading')
@ApiTags('dispatches')
export class ReadingController {
  constructor(private readonly reading: ReadingService) {}

  /** Who may read a dispatch, and why. */
  @Get()
  @Returns(ReadingView)
  async show(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return (await this.reading.of(by, id)).facts;
  }

  @Put()
  @Allow(['drafter', 'clerk', 'signer'])
  @Scoped('draft')
  @Returns(ReadingView)
  @Refuses('reading-not-yours')
  async set(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetReading }) chosen: SetReading,
  ) {
    await this.reading.set(by, id, chosen);
    return (await this.reading.of(by, id)).facts;
  }
}
