import type { Logger } from '@nestjs/common';

/** Repeats `work` with a pause in between; a round that fails is logged and the next one tries again. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly seconds: number,
    private readonly work: () => Promise<void>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.current = this.work().catch((error: Error) => this.logger.warn(error.message));
    void this.current.then(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), this.seconds * 1000);
    });
  }

  /** A round that is long asks for this now and then. */
  get isStopped(): boolean {
    return this.stopped;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.current;
  }
}
