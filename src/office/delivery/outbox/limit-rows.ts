import type { EntityManager } from 'typeorm';

/** Of a row locked until the transaction ends: the server's always before the office's. */
const WAIT = `SELECT greatest(0, 1000 * extract(epoch FROM free_at - clock_timestamp())::float) AS wait`;

export const SPEND_SERVER = `UPDATE server_limits
  SET free_at = clock_timestamp() + make_interval(secs => $1) WHERE server = $2`;

export const SPEND_OFFICE = `UPDATE mail_limits
  SET free_at = clock_timestamp() + make_interval(secs => $1) WHERE server = $2 AND office_id = $3`;

export async function lockServer(manager: EntityManager, server: string): Promise<number> {
  await manager.query('INSERT INTO server_limits (server) VALUES ($1) ON CONFLICT DO NOTHING', [
    server,
  ]);
  const [row] = await manager.query<{ wait: number }[]>(
    `${WAIT} FROM server_limits WHERE server = $1 FOR UPDATE`,
    [server],
  );
  return row!.wait;
}

/** No row when the limit was lifted a moment ago. */
export async function lockOffice(
  manager: EntityManager,
  officeId: string,
  server: string,
): Promise<number> {
  const [row] = await manager.query<{ wait: number }[]>(
    `${WAIT} FROM mail_limits WHERE office_id = $1 AND server = $2 FOR UPDATE`,
    [officeId, server],
  );
  return row?.wait ?? 0;
}
