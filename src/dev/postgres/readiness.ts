import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { ServerProcess } from './server-process.ts';

/** Recovery after a crash replays the journal: minutes at the very worst. */
const PATIENCE_MS = 300_000;

/** Socket not there yet, server still starting or still recovering. */
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', '57P03']);

/** Resolves to a connection as soon as the server takes one; to undefined when it has ended. */
export async function connectWhenReady(
  server: ServerProcess,
  url: string,
): Promise<Client | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (!server.hasEnded()) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const { code } = error as { code?: string };
      if (server.hasEnded()) return undefined;
      if (!NOT_YET.has(code ?? '')) throw error;
      if (Date.now() > end) throw notReady(error);
      await pause(30);
    }
  }
  return undefined;
}

function notReady(cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL đã chạy nhưng sau ${PATIENCE_MS / 60_000} phút vẫn chưa nhận kết nối. Xem postgres.log trong thư mục dữ liệu.`,
    `PostgreSQL runs but takes no connection after ${PATIENCE_MS / 60_000} minutes. See postgres.log in the data folder.`,
    { cause },
  );
}
