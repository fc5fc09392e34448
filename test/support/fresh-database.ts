import { randomBytes } from 'node:crypto';
import { dropDatabase, onServer, siblingUrl } from './server.ts';

export interface FreshDatabase {
  url: string;
  /** Ends whatever is still connected. */
  drop(): Promise<void>;
}

/** A migrated, empty database for the caller alone: about 50 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['TEST_POSTGRES_URL']!;
  const template = process.env['TEST_POSTGRES_RUN']!;
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: siblingUrl(server, name),
    drop: () => dropDatabase(server, name),
  };
}
