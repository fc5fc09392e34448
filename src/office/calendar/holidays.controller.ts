import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Returns } from '../../platform/web/returns.ts';
import { CalendarView, SettleYear, Year } from './holidays.schemas.ts';
import { HolidaysService, type YearOfDays } from './holidays.service.ts';

@Controller('api/calendar/:year')
@ApiTags('calendar')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @Returns(CalendarView)
  async show(@By() by: Account, @Param('year', { schema: Year }) year: number) {
    return view(await this.holidays.year(by, year));
  }

  @Put()
  @Allow(['clerk'])
  @Returns(CalendarView)
  async settle(
    @By() by: Account,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: SettleYear }) { days }: SettleYear,
  ) {
    return view(await this.holidays.settle(by, year, days));
  }
}

const view = ({ year, days, settled }: YearOfDays) => ({ year, days, isSettled: settled !== null });
