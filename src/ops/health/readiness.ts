import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DeliveryQueue } from '../../office/delivery/outbox/delivery.queue.ts';
import { Troubles } from '../../platform/process/troubles.ts';
import { Draining } from './draining.ts';

const PATIENCE_MS = 2000;

export interface Readiness {
  isReady: boolean;
  /** `degraded` is what this process can do without. */
  parts: Record<string, 'ready' | 'degraded' | 'not ready' | 'stopping'>;
}

/** Whether this process can do its work now: a balancer asks before it sends anybody. */
@Injectable()
export class ReadinessCheck {
  constructor(
    private readonly database: DataSource,
    private readonly queue: DeliveryQueue,
    private readonly draining: Draining,
    private readonly troubles: Troubles,
    private readonly http: HttpAdapterHost,
  ) {}

  async look(): Promise<Readiness> {
    const [database, queue] = await Promise.all([
      answers(this.database.query('SELECT 1')),
      answers(this.queue.counts()),
    ]);
    const isStopping = this.draining.hasBegun;
    // Whoever answers people writes rows, which workers find when the queue is back.
    const needsQueue = !this.http.httpAdapter;
    const troubles = this.troubles.all.filter((part) => needsQueue || part !== 'worker');
    return {
      isReady: database && (queue || !needsQueue) && !isStopping && troubles.length === 0,
      parts: {
        database: database ? 'ready' : 'not ready',
        queue: queue ? 'ready' : needsQueue ? 'not ready' : 'degraded',
        process: isStopping ? 'stopping' : 'ready',
        ...Object.fromEntries(troubles.map((part) => [part, 'not ready'] as const)),
      },
    };
  }
}

async function answers(asked: Promise<unknown>): Promise<boolean> {
  const answered = asked.then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS).unref();
  });
  return Promise.race([answered, late]);
}
