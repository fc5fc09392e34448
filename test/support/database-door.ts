import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Client } from 'pg';

export interface DatabaseDoor {
  /** The database behind the door. */
  url: string;
  open(): Promise<void>;
  /** Connections end, and nobody comes in. */
  shut(): Promise<void>;
}

/** A way to the database that can be shut: nothing listens there until it is opened. */
export async function databaseDoor(url: string, port: number): Promise<DatabaseDoor> {
  const { host, port: behind, user, database } = new Client({ connectionString: url });
  const sockets = new Set<Socket>();
  const server = createServer((outside) => {
    const inside = host.startsWith('/')
      ? connect(`${host}/.s.PGSQL.${behind}`)
      : connect(behind, host);
    for (const socket of [outside, inside]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        outside.destroy();
        inside.destroy();
      });
    }
    outside.pipe(inside).pipe(outside);
  });
  return {
    url: `postgres://${user}@127.0.0.1:${port}/${database}`,
    open: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    shut: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
