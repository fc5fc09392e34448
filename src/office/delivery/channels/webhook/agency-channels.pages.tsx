import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AgencyChannelsPage } from '../../../../../templates/office/delivery/agency-channels.tsx';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { check, formErrors, typedText, type FormErrors } from '../../../../platform/web/form.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Id } from '../../../../platform/web/schema.ts';
import { SetChannels } from './agency-channels.schemas.ts';
import { AgencyChannelsService } from './agency-channels.service.ts';
import { ReplayService } from './replay.service.ts';

interface Shown {
  secret?: string | null;
  errors?: FormErrors;
  values?: Record<string, string>;
}

@Controller('directory/agencies/:id')
@ApiExcludeController()
export class AgencyChannelsPages {
  constructor(
    private readonly channels: AgencyChannelsService,
    private readonly replays: ReplayService,
  ) {}

  @Get('channels')
  @Allow(['clerk'])
  show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.view(by, id);
  }

  @Post('channels')
  @Allow(['clerk'])
  async set(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { values, errors } = check(SetChannels, body);
    response.setHeader('Cache-Control', 'no-store');
    const refuse = (found: FormErrors) => {
      response.status(422);
      return this.view(by, id, { errors: found, values: typedText(body) });
    };
    if (errors) return refuse(errors);
    try {
      const { secret } = await this.channels.set(by, id, values);
      return await this.view(by, id, { secret });
    } catch (error) {
      if (error instanceof InvalidInput) return refuse(formErrors(error));
      throw error;
    }
  }

  @Post('webhook-secret')
  @Allow(['clerk'])
  async renewSecret(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    response.setHeader('Cache-Control', 'no-store');
    const { secret } = await this.channels.renewSecret(by, id);
    return this.view(by, id, { secret });
  }

  @Post('replays/:delivery')
  @Allow(['clerk'])
  async replay(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('delivery', { schema: Id }) deliveryId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.replays.replay(by, deliveryId);
    response.redirect(303, `/directory/agencies/${id}/channels`);
  }

  private async view(by: Account, id: string, shown: Shown = {}): Promise<string> {
    const agency = await this.channels.find(by, id);
    const attempts = await this.channels.attempts(by, id);
    return page(
      { title: `Kênh gửi: ${agency.name}`, account: by, current: 'directory' },
      <AgencyChannelsPage {...{ agency, attempts, ...shown }} />,
    );
  }
}
