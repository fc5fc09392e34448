import { Injectable } from '@nestjs/common';
import { CHUNK, DeliveryQueue } from './delivery.queue.ts';
import { Outbox } from './outbox.ts';
import type { DeliveryJob } from './queue-backend.ts';

/** Answers the queue: a job is one time slice of one dispatch by one channel. */
@Injectable()
export class SendingService {
  constructor(
    private readonly outbox: Outbox,
    private readonly queue: DeliveryQueue,
  ) {}

  /** Sends what is due of a dispatch for one time slice, and asks for another when more is due. */
  async deliverDue(job: DeliveryJob): Promise<void> {
    const slice = await this.outbox.sendDue('dispatch', job.dispatchId, job.channel);
    if (!slice) return; // the sweep wakes us again
    const { wanted, claimed, left, delayMs } = slice;
    const mayHaveMore = claimed === wanted && wanted < CHUNK; // a full chunk has jobs of its own
    if (left > 0 || mayHaveMore) await this.queue.requeue(job, wanted === 0 ? delayMs : 0);
  }
}
