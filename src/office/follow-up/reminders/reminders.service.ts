import { Injectable } from '@nestjs/common';
import { Planner } from './planner.ts';
import { ReminderPost } from './reminder-post.ts';

@Injectable()
export class RemindersService {
  constructor(
    private readonly planner: Planner,
    private readonly post: ReminderPost,
  ) {}

  /** Takes the steps that are due and sends their mails; outside working hours it does nothing. */
  async sweep(isStopped: () => boolean = () => false): Promise<void> {
    for (const officeId of await this.planner.plan()) {
      await this.post.sendDue(officeId, isStopped);
    }
  }
}
