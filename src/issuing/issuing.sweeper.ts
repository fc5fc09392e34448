import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { Rounds } from '../delivery/rounds.ts';
import { IssuingService } from './issuing.service.ts';

@Injectable()
export class IssuingSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(config: Config, issuing: IssuingService) {
    const logger = new Logger(IssuingSweeper.name);
    this.rounds = new Rounds(config.sweepSeconds, () => issuing.finishAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
