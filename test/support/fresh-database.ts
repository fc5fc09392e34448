import { randomBytes } from 'node:crypto';
import { dropDatabase, onServer, siblingUrl } from './server.ts';

export interface FreshDatabase {
  url: string;
  /** Ends whatever is still connected. */
  drop(): Promise<void>;
}

/** A migrated database for the caller alone, about 50 ms: empty, or a copy of another one of this run. */
export async function freshDatabase(
  template = process.env['TEST_POSTGRES_RUN']!,
): Promise<FreshDatabase> {
  const server = process.env['TEST_POSTGRES_URL']!;
  const name = `${process.env['TEST_POSTGRES_RUN']}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: siblingUrl(server, name),
    drop: () => dropDatabase(server, name),
  };
}
