import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RegisterPage } from '../../../templates/office/register/index.tsx';
import { By } from '../accounts/access.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Clock } from '../../platform/time/clock.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { page } from '../../platform/web/page.tsx';
import { PagedPeriod } from './register.schemas.ts';
import { RegisterService } from './register.service.ts';

@Controller('register')
@ApiExcludeController()
export class RegisterPages {
  constructor(
    private readonly register: RegisterService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @By() by: Account,
    @Query({ schema: PagedPeriod }) { page: shown, ...period }: PagedPeriod,
  ): Promise<string> {
    const found = await this.register.read(by, period);
    return page(
      { title: 'Sổ đăng ký văn bản đi', account: by, current: 'register' },
      <RegisterPage {...found} page={shown} today={vietnamDate(this.clock.now())} />,
    );
  }
}
