import type { FactoryProvider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Channel, ChannelType } from './channel.ts';
import { MailChannel } from './mail/mail-channel.ts';
import { WebhookChannel } from './webhook/webhook-channel.ts';

/** Every channel there is. A further one is a folder beside these two and a line here. */
export const CHANNELS: ChannelType[] = [MailChannel, WebhookChannel];

export const channelNames = (): string[] => CHANNELS.map(({ channel }) => channel);

/** The channels of this process by name. */
export class Channels {
  private readonly byName: Map<string, Channel>;

  constructor(private readonly all: Channel[]) {
    this.byName = new Map(all.map((channel) => [channel.name, channel]));
  }

  static readonly provider: FactoryProvider<Channels> = {
    provide: Channels,
    inject: [ModuleRef],
    useFactory: async (module: ModuleRef) =>
      new Channels(await Promise.all(CHANNELS.map((type) => module.create(type)))),
  };

  /** Undefined for one that only a newer version knows. */
  find(name: string): Channel | undefined {
    return this.byName.get(name);
  }

  close(): void {
    for (const channel of this.all) channel.close();
  }
}
