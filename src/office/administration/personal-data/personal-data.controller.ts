import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, By, Scoped } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { ExtractService } from './extract.service.ts';
import { PersonalDataService } from './personal-data.service.ts';
import {
  EraseOf,
  ErasedView,
  ExtractOf,
  FoundView,
  InventoryView,
  RetentionView,
  SetRetention,
  Whom,
} from './personal-data.schemas.ts';
import { RetentionService } from './retention.service.ts';
import { saidOf } from './said.ts';
import { sendExtract } from './send-extract.ts';

/** What is kept of persons; no key serves here. */
@Controller('api/personal-data')
@ApiTags('personal-data')
@Allow(['administrator'])
@Scoped('person')
export class PersonalDataController {
  constructor(
    private readonly data: PersonalDataService,
    private readonly extracts: ExtractService,
    private readonly retention: RetentionService,
  ) {}

  @Get()
  @Returns(InventoryView)
  async index(@By() by: Account) {
    const holdings = await this.data.inventory(by);
    return {
      holdings: holdings.map((one) => ({ ...saidOf(one), rows: one.rows, oldest: one.oldest })),
      retention: await this.retention.find(by),
    };
  }

  @Put('retention')
  @Returns(RetentionView)
  set(@By() by: Account, @Body({ schema: SetRetention }) input: SetRetention) {
    return this.retention.set(by, input);
  }

  /** What is kept of somebody, counted; what it says is in an extract. */
  @Post('searches')
  @HttpCode(200)
  @Returns(FoundView)
  async find(@By() by: Account, @Body({ schema: Whom }) whom: Whom) {
    const { found, inUse, seal } = await this.data.find(by, whom);
    return {
      found: found.map((one) => ({
        ...saidOf(one),
        erasable: one.erasable,
        staying: one.staying,
        oldest: one.oldest,
      })),
      inUse,
      seal,
    };
  }

  @Post('extracts')
  @HttpCode(200)
  @ApiProduces('application/json', 'text/html')
  @ApiOkResponse({ content: { 'application/json': {}, 'text/html': {} } })
  @Refuses('nothing-held')
  async extract(
    @By() by: Account,
    @Body({ schema: ExtractOf }) input: ExtractOf,
    @Res() response: Response,
  ): Promise<void> {
    await sendExtract(response, input.format, await this.extracts.make(by, input));
  }

  @Post('erasures')
  @HttpCode(200)
  @Returns(ErasedView)
  @Refuses('person-here', 'held-meanwhile', 'nothing-to-erase')
  async erase(@By() by: Account, @Body({ schema: EraseOf }) input: EraseOf) {
    const rows = await this.data.erase(by, input);
    return { erased: Object.entries(rows).map(([name, count]) => ({ name, rows: count })) };
  }
}
