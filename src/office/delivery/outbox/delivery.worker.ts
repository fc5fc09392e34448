import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Complaints } from '../../../platform/process/complaints.ts';
import { Config } from '../../../platform/config/config.ts';
import { openWorker } from './queue-backend.ts';
import { PeriodicTask } from '../../../platform/process/periodic-task.ts';
import { Troubles } from '../../../platform/process/troubles.ts';
import { Recovery } from './recovery.ts';
import { SendingService } from './sending.service.ts';
import { inTime } from './within.ts';

const JOBS_AT_ONCE = 2;
const READY_MS = 10_000;
/** So many errors within a second are no accident: BullMQ tries a refused statement again without a pause. */
const TOO_MANY = 10;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1000, 30_000];

/** Takes jobs from the queue for as long as the process lives; all it does with one is to call the service. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DeliveryWorker.name);
  private readonly complaints = new Complaints(this.logger);
  private readonly renewal: PeriodicTask;
  private readonly stopping = new AbortController();
  private worker: ReturnType<typeof openWorker> | undefined;
  private hasRecovered = false;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly sending: SendingService,
    private readonly recovery: Recovery,
    private readonly troubles: Troubles,
  ) {
    this.renewal = new PeriodicTask(config.leaseSeconds / 6, () => recovery.renew(), this.logger);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.recover().catch((error: unknown) => this.complaints.about(error));
    this.renewal.start();
    this.work = this.takeJobs();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.renewal.stop();
    await this.worker?.close(10_000);
    await this.work;
  }

  /** Opens the queue again, with growing pauses, whenever it cannot be opened or does nothing but fail. */
  private async takeJobs(): Promise<void> {
    const { signal } = this.stopping;
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        await this.recover();
        await this.takeUntilBroken(() => (wait = FIRST_PAUSE_MS));
      } catch (error) {
        this.troubles.begin('worker');
        this.complaints.about(error, 'no jobs are taken from the queue');
      }
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }

  private async recover(): Promise<void> {
    if (!this.hasRecovered) await this.recovery.recover();
    this.hasRecovered = true;
  }

  private async takeUntilBroken(onWork: () => void): Promise<void> {
    const { signal } = this.stopping;
    const worker = openWorker(this.config, JOBS_AT_ONCE, async ({ data }) => {
      onWork();
      await this.sending.deliverDue(data);
    });
    this.worker = worker;
    const broken = new Promise<never>((_resolve, reject) => {
      let since = 0;
      let errors = 0;
      worker.opened.on('error', (error) => {
        if (signal.aborted) return;
        this.complaints.about(error, 'queue');
        if (Date.now() - since > 1000) [since, errors] = [Date.now(), 0];
        errors += 1;
        if (errors === TOO_MANY) reject(error);
      });
    });
    worker.opened.on('failed', (job, error) => {
      const words = `dispatch ${job?.data.dispatchId ?? 'unknown'}`;
      this.complaints.about(error, words); // its rows say what is still due
    });
    const ended = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    broken.catch(() => {});
    try {
      // A worker that runs before it is ready, and never will be, keeps the event loop to itself.
      await Promise.race([inTime(READY_MS, worker.opened.waitUntilReady()), ended]);
      if (signal.aborted) return;
      worker.opened.run().catch((error: unknown) => this.complaints.about(error, 'queue'));
      this.troubles.end('worker');
      this.complaints.over('jobs are taken from the queue again');
      await Promise.race([broken, ended]);
    } finally {
      if (!signal.aborted) await worker.close(3000);
    }
  }
}
