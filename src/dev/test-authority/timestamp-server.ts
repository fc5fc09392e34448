import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { KeyHolder } from '../../engines/signatures/keys/key-holder.ts';
import { answerTimestampRequest } from './issue-timestamp.ts';

export interface RunningTimestampServer {
  url: string;
  close(): Promise<void>;
}

/** A timestamp authority over HTTP on this machine (RFC 3161, 3.4), for trying out. */
export async function startTimestampServer(
  key: KeyHolder,
  now: () => Date = () => new Date(),
): Promise<RunningTimestampServer> {
  const server = createServer((request, response) => {
    buffer(request)
      .then((query) => answerTimestampRequest(query, key, now()))
      .then((answer) => {
        response.setHeader('content-type', 'application/timestamp-reply').end(answer);
      })
      .catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
