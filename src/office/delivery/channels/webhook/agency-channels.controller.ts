import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { Returns } from '../../../../platform/web/returns.ts';
import { Id } from '../../../../platform/web/schema.ts';
import {
  ChannelsView,
  ReplayView,
  SetChannels,
  WebhookAttemptView,
} from './agency-channels.schemas.ts';
import { AgencyChannelsService } from './agency-channels.service.ts';
import { ReplayService } from './replay.service.ts';
import { Refuses } from '../../../../platform/web/refuses.ts';

@Controller('api')
@ApiTags('delivery')
export class AgencyChannelsController {
  constructor(
    private readonly channels: AgencyChannelsService,
    private readonly replays: ReplayService,
  ) {}

  @Get('agencies/:id/channels')
  @Allow(['clerk'])
  @Returns(ChannelsView)
  async find(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    const { channels, email, webhookUrl } = await this.channels.find(by, id);
    return { channels, email, webhookUrl, secret: null };
  }

  @Put('agencies/:id/channels')
  @Allow(['clerk'])
  @Returns(ChannelsView)
  set(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetChannels }) channels: SetChannels,
  ) {
    return this.channels.set(by, id, channels);
  }

  @Post('agencies/:id/webhook-secret')
  @Allow(['clerk'])
  @Returns(ChannelsView, 201)
  renewSecret(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.channels.renewSecret(by, id);
  }

  @Get('agencies/:id/webhook-attempts')
  @Allow(['clerk'])
  @Returns(z.array(WebhookAttemptView))
  attempts(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.channels.attempts(by, id);
  }

  @Post('deliveries/:id/replay')
  @Allow(['clerk'])
  @HttpCode(200)
  @Returns(ReplayView)
  @Refuses('nothing-to-replay')
  replay(@By() by: Account, @Param('id', { schema: Id }) id: string) {
    return this.replays.replay(by, id);
  }
}
