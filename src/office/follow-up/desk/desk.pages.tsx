import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DeskPage } from '../../../../templates/office/follow-up/desk/desk.tsx';
import { Allow, By } from '../../accounts/access.ts';
import { numbersFirst } from '../../accounts/office-choices.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Clock } from '../../../platform/time/clock.ts';
import { Config } from '../../../platform/config/config.ts';
import { page } from '../../../platform/web/page.tsx';
import { DeskService } from './desk.service.ts';
import { DAYS } from './desk-queries.ts';

const REFRESH_SECONDS = 60;

@Controller('desk')
@Allow(['clerk'])
@ApiExcludeController()
export class DeskPages {
  constructor(
    private readonly desk: DeskService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@By() by: Account): Promise<string> {
    const desk = await this.desk.read(by, numbersFirst(by.office, this.config));
    return page(
      { title: 'Bàn văn thư', account: by, current: 'desk', refresh: REFRESH_SECONDS },
      <DeskPage desk={desk} days={DAYS} now={this.clock.now()} />,
    );
  }
}
