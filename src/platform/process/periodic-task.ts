import type { Logger } from '@nestjs/common';
import { Complaints } from './complaints.ts';

/** Repeats `work` with a pause in between; a failure is logged (the same one once a minute) and the next run tries again. */
export class PeriodicTask {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private isStopped = false;
  private readonly complaints: Complaints;

  constructor(
    private readonly seconds: number,
    /** Work that takes long asks now and then whether it should end. */
    private readonly work: (isStopped: () => boolean) => Promise<void>,
    logger: Logger,
  ) {
    this.complaints = new Complaints(logger);
  }

  start(): void {
    this.current = this.work(() => this.isStopped).then(
      () => this.complaints.over('it works again'),
      (error: unknown) => this.complaints.about(error),
    );
    void this.current.then(() => {
      if (!this.isStopped) this.timer = setTimeout(() => this.start(), this.seconds * 1000);
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.current;
  }
}
