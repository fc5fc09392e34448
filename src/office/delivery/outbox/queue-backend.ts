import { createPostgresBackend, Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { QuietClient } from '../../../platform/postgres/quiet-client.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { within } from './within.ts';

const QUEUE = 'deliveries';

/** A job says which dispatch has deliveries to send; the rows say which. */
export interface DeliveryJob {
  dispatchId: string;
  channel: ChannelName;
  /** BullMQ's: 1 goes first. */
  priority: number;
  /** Counts the job's time slices from 0: one that ran out of time is requeued for another. */
  timeSlice: number;
}

// The queue is in Redis when REDIS_URL is set, otherwise in tables of its own in PostgreSQL.
// A lost job is made again from the rows of deliveries, so the queue does not wait for the disk (synchronous_commit off).
// BullMQ's own pool asks for its schema in `options` at the start of a connection, which poolers refuse or drop.
const postgres = ({ databaseUrl }: Config) =>
  new Pool({
    connectionString: databaseUrl,
    Client: QuietClient,
    max: 5, // one of a worker's stays with LISTEN
    keepAlive: true,
    onConnect: (client) =>
      // pg-pool waits for the promise (3.13), which its types do not say.
      client.query('SET search_path = bullmq; SET synchronous_commit = off') as unknown as void,
  });
// BullMQ wants a client that waits for Redis to come back rather than one that gives up. Who adds jobs must
// not wait: what is said while Redis is away is an error at once, and is kept nowhere.
const redis = (url: string, enableOfflineQueue: boolean) =>
  new Redis(url, { maxRetriesPerRequest: null, enableOfflineQueue });

export function openQueue(config: Config) {
  if (!config.redisUrl) {
    const connection = postgres(config);
    const queue = new Queue(QUEUE, { connection }, createPostgresBackend);
    return { opened: queue, close: ending(queue, connection) };
  }
  const connection = redis(config.redisUrl, false);
  connection.on('error', () => {}); // who asks is told
  const queue = new Queue(QUEUE, { connection });
  return { opened: queue, close: closing(queue, connection) };
}

export function openWorker(
  config: Config,
  concurrency: number,
  work: (job: Job<DeliveryJob>) => Promise<void>,
) {
  if (!config.redisUrl) {
    const connection = postgres(config);
    const options = { concurrency, connection, autorun: false };
    const worker = new Worker(QUEUE, work, options, createPostgresBackend);
    return { opened: worker, close: ending(worker, connection) };
  }
  const connection = redis(config.redisUrl, true);
  connection.on('error', () => {}); // BullMQ tells
  const worker = new Worker(QUEUE, work, { concurrency, connection, autorun: false });
  return { opened: worker, close: closing(worker, connection) };
}

const ending = (opened: { close(): Promise<void> }, connection: Pool) => (bound: number) =>
  within(bound, endBoth(opened, connection));

async function endBoth(opened: { close(): Promise<void> }, connection: Pool): Promise<void> {
  try {
    await opened.close();
  } finally {
    await connection.end();
  }
}

/** A client that was handed to BullMQ stays ours to close. */
const closing =
  (opened: { close(): Promise<void> }, connection: Redis) => async (bound: number) => {
    await within(bound, opened.close());
    connection.disconnect();
  };
