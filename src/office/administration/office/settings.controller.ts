import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { SetOffice, SettingsView } from './settings.schemas.ts';
import { SettingsService } from './settings.service.ts';

@Controller('api/office/settings')
@ApiTags('office')
@Allow(['administrator'])
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Returns(SettingsView)
  find(@By() by: Account) {
    return this.settings.find(by);
  }

  @Put()
  @Returns(SettingsView)
  set(@By() by: Account, @Body({ schema: SetOffice }) input: SetOffice) {
    return this.settings.set(by, input);
  }
}
