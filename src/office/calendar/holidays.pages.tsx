import { isAnnounced } from './national-days.ts';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CalendarPage } from '../../../templates/office/calendar/index.tsx';
import { Allow, By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Clock } from '../../platform/time/clock.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { page } from '../../platform/web/page.tsx';
import { nfc } from '../../platform/web/schema.ts';
import { daysOf, linesOf } from './day-lines.ts';
import { Year } from './holidays.schemas.ts';
import { HolidaysService } from './holidays.service.ts';

/** The calendar by which deadlines are counted: everyone reads it, the clerk settles a year. */
@Controller('calendar')
@ApiExcludeController()
export class HolidaysPages {
  constructor(
    private readonly holidays: HolidaysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  thisYear(@By() by: Account): Promise<string> {
    return this.view(by, Number(vietnamDate(this.clock.now()).slice(0, 4)));
  }

  @Get(':year')
  show(@By() by: Account, @Param('year', { schema: Year }) year: number): Promise<string> {
    return this.view(by, year);
  }

  @Post(':year')
  @Allow(['clerk'])
  async settle(
    @By() by: Account,
    @Param('year', { schema: Year }) year: number,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const typed = typeof body.days === 'string' ? nfc(body.days) : '';
    const { days, faults } = daysOf(typed.replace(/\r\n?/g, '\n'), year);
    if (faults.length > 0) {
      response.status(422);
      return this.view(by, year, { typed, faults: faults.map(({ message }) => message) });
    }
    await this.holidays.settle(by, year, days);
    response.redirect(303, `/calendar/${year}`);
    return undefined;
  }

  private async view(
    by: Account,
    year: number,
    wrong?: { typed: string; faults: string[] },
  ): Promise<string> {
    const found = await this.holidays.year(by, year);
    return page(
      { title: `Lịch làm việc ${year}`, account: by, current: 'calendar' },
      <CalendarPage
        {...found}
        isAnnounced={isAnnounced(year)}
        text={wrong?.typed ?? linesOf(found.days)}
        faults={wrong?.faults ?? []}
        mayManage={by.roles.includes('clerk')}
        today={vietnamDate(this.clock.now())}
      />,
    );
  }
}
