import type { Logger } from '@nestjs/common';
import { Complaints } from './complaints.ts';

/** Repeats `work` with a pause in between; a failure is logged (the same one once a minute) and the next run tries again. */
export class PeriodicTask {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly complaints: Complaints;

  constructor(
    private readonly seconds: number,
    private readonly work: () => Promise<void>,
    logger: Logger,
  ) {
    this.complaints = new Complaints(logger);
  }

  start(): void {
    this.current = this.work().then(
      () => this.complaints.over('it works again'),
      (error: unknown) => this.complaints.about(error),
    );
    void this.current.then(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), this.seconds * 1000);
    });
  }

  /** Work that takes long asks for this now and then. */
  get isStopped(): boolean {
    return this.stopped;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.current;
  }
}
