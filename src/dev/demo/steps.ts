import cliProgress from 'cli-progress';

/** A progress bar that names the step; silent where the output is no terminal. */
export class Steps {
  private readonly bar = new cliProgress.SingleBar({
    format: '  {bar} {percentage}%  {step}',
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: false,
  });

  start(total: number): void {
    this.bar.start(total, 0, { step: '' });
  }

  at(value: number, step: string): void {
    this.bar.update(value, { step });
  }

  done(): void {
    this.bar.stop();
  }
}
