import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 200;

/** One process of the system that is started again whenever it ends, until it is stopped. */
export class Part {
  kills = 0;
  /** How often it ended although nobody killed it. */
  deaths = 0;
  private child: ChildProcess;
  private isWanted = true;
  private running: Promise<void>;

  constructor(
    readonly name: string,
    private readonly command: string[],
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.running = this.run();
  }

  /** With no warning and no chance to tidy up. */
  kill(): void {
    this.kills += 1;
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    this.child.kill('SIGTERM');
    const bound = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await this.running;
    clearTimeout(bound);
  }

  private async run(): Promise<void> {
    const [file, ...args] = this.command;
    while (this.isWanted) {
      this.child = spawn(file!, args, { env: this.env, stdio: ['ignore', 'ignore', 'inherit'] });
      const [, signal] = await once(this.child, 'exit');
      if (this.isWanted && signal !== 'SIGKILL') this.deaths += 1;
      await pause(AGAIN_MS);
    }
  }
}
