import { inWords } from '../config/in-words.ts';

/**
 * Runs a process or a command to its exit code; what ends it is said on the error output, in words.
 * `LOG_LEVEL=debug` shows where it came from as well.
 */
export async function run(work: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    if (process.env['LOG_LEVEL'] === 'debug') {
      process.stderr.write(`${(error as Error).stack}\n`);
    }
    process.exit(1); // connections of what had begun may still be open
  }
}
