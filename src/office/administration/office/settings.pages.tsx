import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { SettingsPage } from '../../../../templates/office/administration/office/settings.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { SetMailLimit } from '../../delivery/channels/mail/mail-limit.schemas.ts';
import { MailLimitService } from '../../delivery/channels/mail/mail-limit.service.ts';
import { typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { submit } from '../../../platform/web/submit.ts';
import { SetOffice } from './settings.schemas.ts';
import { SettingsService } from './settings.service.ts';

/** What the office decides for itself, and how fast it sends. */
@Controller('office/settings')
@ApiExcludeController()
@Allow(['administrator'])
export class SettingsPages {
  constructor(
    private readonly settings: SettingsService,
    private readonly limits: MailLimitService,
  ) {}

  @Get()
  show(@By() by: Account): Promise<string> {
    return this.view(by);
  }

  @Post()
  set(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: SetOffice,
      body,
      act: (input) => this.settings.set(by, input),
      next: '/office/settings',
      again: (errors) => this.view(by, typedText(body), errors),
    });
  }

  @Post('mail-limit')
  limit(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: SetMailLimit,
      body,
      act: (input) => this.limits.set(by, input),
      next: '/office/settings',
      again: (errors) => this.view(by, typedText(body), errors),
    });
  }

  private async view(
    by: Account,
    values: Record<string, string> = {},
    errors: FormErrors = {},
  ): Promise<string> {
    const [settings, limit, seal] = await Promise.all([
      this.settings.find(by),
      this.limits.find(by),
      this.settings.seal(by),
    ]);
    return page(
      { title: 'Thiết lập của cơ quan', account: by, current: 'office' },
      <SettingsPage
        {...{ settings, limit, seal, values, errors }}
        code={by.office.code}
        installation={this.settings.installation}
      />,
    );
  }
}
