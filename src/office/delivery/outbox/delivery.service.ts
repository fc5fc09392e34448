import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { DeliveryQueue } from './delivery.queue.ts';
import { fallBack } from './fall-back.ts';

@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: DataSource,
    private readonly queue: DeliveryQueue,
  ) {}

  /** Wakes workers for everything that is due (of one dispatch, or of all), whatever became of the queue. */
  async sweep(dispatchId?: string): Promise<void> {
    await fallBack(this.database);
    const due = await this.database.query<
      { dispatch_id: string; channel: ChannelName; count: string; priority: number }[]
    >(
      `SELECT dispatch_id, channel, run.priority, count(*)
       FROM deliveries JOIN delivery_runs run USING (dispatch_id)
       WHERE state = 'waiting' AND due_at <= now() AND recalled_at IS NULL AND dispatch_id = coalesce($1, dispatch_id)
         AND NOT EXISTS (SELECT FROM delivery_pauses pause
                         WHERE pause.dispatch_id = run.dispatch_id AND ended_at IS NULL)
       GROUP BY dispatch_id, channel, run.priority`,
      [dispatchId ?? null],
    );
    for (const { dispatch_id, channel, count, priority } of due) {
      await this.queue.wake(dispatch_id, channel, Number(count), priority);
    }
  }
}
