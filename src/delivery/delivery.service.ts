import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Config } from '../config.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { readFile } from '../files/files.ts';
import { DeliveryAttempt } from './delivery-attempt.entity.ts';
import { DeliveryRun } from './delivery-run.entity.ts';
import { Delivery } from './delivery.entity.ts';
import { CHUNK, DeliveryQueue } from './delivery.queue.ts';
import { Mailer, type Consignment } from './mailer.tsx';
import type { SmtpOutcome } from './smtp-outcome.ts';

/** A worker that dies keeps its rows no longer than this. */
const LEASE_SECONDS = 300;

/** No attempt begins later than this after the claim, so that it ends well within the lease. */
const START_WITHIN_SECONDS = 120;

@Injectable()
export class DeliveryService implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly queue: DeliveryQueue,
  ) {}

  /** Takes up to one chunk of due deliveries of a dispatch, sends them and records each outcome. */
  async deliverDue(dispatchId: string): Promise<void> {
    const claimed = await this.claim(dispatchId);
    if (claimed.length === 0) return;
    const consignment = await this.consignment(dispatchId);
    const until = Date.now() + START_WITHIN_SECONDS * 1000;
    const lane = async (): Promise<void> => {
      while (!this.stopping && Date.now() < until) {
        const next = claimed.pop();
        if (!next) return;
        await this.deliver(consignment, next);
      }
    };
    await Promise.all(Array.from({ length: this.config.deliveryConcurrency }, lane));
    await this.release(claimed);
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Wakes workers for everything that is due (of one dispatch, or of all), whatever became of the queue. */
  async sweep(dispatchId?: string): Promise<void> {
    const due = await this.database.query<
      { dispatch_id: string; count: string; priority: number }[]
    >(
      `SELECT dispatch_id, run.priority, count(*)
       FROM deliveries JOIN delivery_runs run USING (dispatch_id)
       WHERE state IN ('waiting', 'sending') AND due_at <= now()
         AND dispatch_id = coalesce($1, dispatch_id)
       GROUP BY dispatch_id, run.priority`,
      [dispatchId ?? null],
    );
    for (const { dispatch_id, count, priority } of due) {
      await this.queue.wake(dispatch_id, Number(count), priority);
    }
  }

  /** No connection is held while the mails are on their way: the lease keeps others off. */
  private async claim(dispatchId: string): Promise<Delivery[]> {
    const [rows] = await this.database.query<[{ id: string }[], number]>(
      `UPDATE deliveries
       SET state = 'sending', due_at = now() + make_interval(secs => $2)
       WHERE id IN (
         SELECT id FROM deliveries JOIN delivery_runs USING (dispatch_id)
         WHERE dispatch_id = $1 AND state IN ('waiting', 'sending') AND due_at <= now()
         ORDER BY due_at, id LIMIT $3 FOR UPDATE OF deliveries SKIP LOCKED)
       RETURNING id`,
      [dispatchId, LEASE_SECONDS, CHUNK],
    );
    return this.database.manager.find(Delivery, {
      where: { id: In(rows.map(({ id }) => id)) },
      relations: { recipient: true },
    });
  }

  private async release(deliveries: Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.database.manager.update(
      Delivery,
      { id: In(deliveries.map(({ id }) => id)) },
      { state: 'waiting', dueAt: new Date() },
    );
  }

  private async consignment(dispatchId: string): Promise<Consignment> {
    const run = await this.database.manager.findOneByOrFail(DeliveryRun, { dispatchId });
    const dispatch = await this.database.manager.findOneOrFail(Dispatch, {
      where: { id: dispatchId },
      relations: { office: true },
    });
    return { dispatch, pdf: await readFile(this.database.manager, run.fileSha256) };
  }

  private async deliver(consignment: Consignment, delivery: Delivery): Promise<void> {
    const startedAt = new Date();
    const outcome = await this.mailer.send(consignment, delivery);
    await this.database.transaction(async (manager) => {
      await manager.insert(DeliveryAttempt, {
        deliveryId: delivery.id,
        address: delivery.address,
        startedAt,
        endedAt: new Date(),
        ...outcome,
      });
      await manager.update(Delivery, { id: delivery.id }, this.next(delivery, outcome));
    });
  }

  private next(before: Delivery, { outcome }: SmtpOutcome): Partial<Delivery> {
    const attempts = before.attempts + 1;
    if (outcome === 'accepted') return { attempts, state: 'accepted' };
    const pause = this.config.retrySeconds[before.attempts];
    if (outcome === 'permanent' || pause === undefined) return { attempts, state: 'failed' };
    return { attempts, state: 'waiting', dueAt: new Date(Date.now() + pause * 1000) };
  }
}
