import type { Logger } from '@nestjs/common';
import { wordsOf } from './trouble-words.ts';

const AGAIN_MS = 60_000;
/** Different complaints within that time; what a broken part says beyond is counted, not printed. */
const MOST = 10;

/** What goes wrong over and over is said once a minute, in one line, and so is that it is over. */
export class Complaints {
  private readonly said = new Map<string, number>();

  constructor(private readonly logger: Logger) {}

  about(error: unknown, what = ''): void {
    const words = what ? `${what}: ${wordsOf(error)}` : wordsOf(error);
    const now = Date.now();
    for (const [line, at] of this.said) if (now - at >= AGAIN_MS) this.said.delete(line);
    if (this.said.has(words) || this.said.size >= MOST) return;
    this.said.set(words, now);
    this.logger.warn(words);
  }

  /** Says so only where there was something to complain of. */
  over(words: string): void {
    if (this.said.size === 0) return;
    this.said.clear();
    this.logger.log(words);
  }
}
