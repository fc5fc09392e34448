import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeliveryQueue } from '../delivery/delivery.queue.ts';
import { Draining } from './draining.ts';

const PATIENCE_MS = 2000;

export interface Readiness {
  isReady: boolean;
  parts: Record<'database' | 'queue' | 'process', 'ready' | 'not ready' | 'stopping'>;
}

/** Whether this process can do its work now: a balancer asks before it sends anybody. */
@Injectable()
export class ReadinessCheck {
  constructor(
    private readonly database: DataSource,
    private readonly queue: DeliveryQueue,
    private readonly draining: Draining,
  ) {}

  async look(): Promise<Readiness> {
    const [database, queue] = await Promise.all([
      answers(this.database.query('SELECT 1')),
      answers(this.queue.counts()),
    ]);
    const isStopping = this.draining.hasBegun;
    return {
      isReady: database && queue && !isStopping,
      parts: {
        database: database ? 'ready' : 'not ready',
        queue: queue ? 'ready' : 'not ready',
        process: isStopping ? 'stopping' : 'ready',
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
