import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';

/** A mailbox in a process of its own, until its input ends: says its address. */
process.stdin.once('end', () => process.exit());
process.stdin.resume();
const mailbox = await Mailbox.start({ dir: process.argv[2]!, port: 0 });
process.stdout.write(`${mailbox.url}\n`);
