import { Injectable } from '@nestjs/common';
import { Outbox } from '../../delivery/outbox/outbox.ts';
import { Planner } from './planner.ts';

@Injectable()
export class RemindersService {
  constructor(
    private readonly planner: Planner,
    private readonly outbox: Outbox,
  ) {}

  /** Takes the steps that are due and sends their mails; outside working hours it does nothing. */
  async sweep(isStopped: () => boolean = () => false): Promise<void> {
    await this.outbox.sendAllDue('reminder', isStopped, await this.planner.plan());
  }
}
