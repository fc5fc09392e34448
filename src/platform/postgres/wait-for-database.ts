import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Complaints } from '../process/complaints.ts';
import type { Config } from '../config/config.ts';
import { hasOwnSession } from './own-session.ts';
import { SharedSession } from '../process/trouble-words.ts';

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 5000];
const PATIENCE_MS = 10_000;

/**
 * Resolves when the database takes a connection that the queue can live with; why it does not yet is said once a minute.
 * Meanwhile `standIn` answers whoever asks, until it is left, and SIGTERM ends the process, also where it is the first
 * one of a container.
 */
export async function waitForDatabase(
  { databaseUrl, redisUrl }: Config,
  standIn: () => Promise<() => Promise<void>>,
): Promise<void> {
  const end = () => process.exit(0);
  let leave: (() => Promise<void>) | undefined;
  const complaints = new Complaints(new Logger('Database'));
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: PATIENCE_MS,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const mayShare = redisUrl !== undefined;
      if (!mayShare && !(await hasOwnSession(client, databaseUrl))) throw new SharedSession();
      complaints.over('the database is there');
      process.off('SIGTERM', end);
      await leave?.();
      return;
    } catch (error) {
      if (!leave) process.once('SIGTERM', end);
      complaints.about(error, 'waiting for the database');
      leave ??= await standIn();
    } finally {
      await client.end().catch(() => {});
    }
    await pause(wait);
  }
}
