import { laneOf, otherLanes } from './lane.ts';
import { dropDatabase, onServer } from './server.ts';

/** Drops what this run made, whoever forgot it, and stops the server if it is our own. */
export default async function globalTeardown(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) await dropDatabases();
  const others = otherLanes(laneOf(process.env['TEST_LANE']));
  if (others) process.stderr.write(`\n${others}\n`);
  await globalThis.leaveTests();
}

async function dropDatabases(): Promise<void> {
  const url = process.env['TEST_POSTGRES_URL']!;
  const run = process.env['TEST_POSTGRES_RUN']!;
  const left = await onServer<{ datname: string }>(
    url,
    `SELECT datname FROM pg_database WHERE starts_with(datname, '${run}')`,
  );
  for (const { datname } of left) await dropDatabase(url, datname);
}
