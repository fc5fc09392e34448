import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { PeriodicTask } from '../periodic-task.ts';
import { IssuingService } from './issuing.service.ts';
import { RecordCopies } from './record-copies.ts';

@Injectable()
export class IssuingSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tasks: PeriodicTask[];

  constructor(config: Config, issuing: IssuingService, copies: RecordCopies) {
    const logger = new Logger(IssuingSweeper.name);
    // Each by itself: a timestamp may take minutes, an unfinished issuance must not.
    this.tasks = [() => issuing.finishAll(), () => copies.completeDue()].map(
      (work) => new PeriodicTask(config.sweepSeconds, work, logger),
    );
  }

  onApplicationBootstrap(): void {
    for (const task of this.tasks) task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.tasks.map((task) => task.stop()));
  }
}
