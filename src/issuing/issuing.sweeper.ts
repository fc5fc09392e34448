import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { Rounds } from '../rounds.ts';
import { IssuingService } from './issuing.service.ts';
import { RecordCopies } from './record-copies.ts';

@Injectable()
export class IssuingSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds[];

  constructor(config: Config, issuing: IssuingService, copies: RecordCopies) {
    const logger = new Logger(IssuingSweeper.name);
    // Each by itself: a timestamp may take minutes, an unfinished issuance must not.
    this.rounds = [() => issuing.finishAll(), () => copies.completeDue()].map(
      (work) => new Rounds(config.sweepSeconds, work, logger),
    );
  }

  onApplicationBootstrap(): void {
    for (const rounds of this.rounds) rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds.map((rounds) => rounds.stop()));
  }
}
