import { startPostgres } from '../../src/dev/postgres/start-postgres.ts';

/** An application in a process of its own: says its database's address, drains at SIGINT. */
const postgres = await startPostgres({ dataDir: process.argv[2]! });
const awake = setInterval(() => {}, 60_000);
process.once('SIGINT', () => process.stdout.write('draining\n'));
process.stdin.once('end', () => {
  clearInterval(awake);
  void postgres.stop();
});
process.stdin.resume();
process.stdout.write(`${postgres.url}\n`);
