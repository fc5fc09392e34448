import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ErrorPage } from '../../../templates/platform/errors/error-page.tsx';
import { page } from './page.tsx';
import { problemOfStatus } from './problem.ts';

/** Answers at the ports of a process that cannot work yet, so that people and balancers are told so. */
export async function standIn(
  host: string,
  ports: (number | undefined)[],
): Promise<() => Promise<void>> {
  const servers = ports
    .filter((port) => port !== undefined && port !== 0)
    .map((port) => createServer(answer).listen(port, host));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  return async () => {
    await Promise.all(
      servers.map(async (server) => {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }),
    );
  };
}

function answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  if (url === '/health') {
    response.end('ok');
    return;
  }
  response.statusCode = 503;
  response.setHeader('Retry-After', 10);
  response.setHeader('Cache-Control', 'no-store');
  const problem = problemOfStatus(503);
  if (url === '/ready') {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ database: 'not ready' }));
  } else if (url.startsWith('/api') || !headers.accept?.includes('text/html')) {
    response.setHeader('Content-Type', 'application/problem+json');
    response.end(JSON.stringify(problem));
  } else {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page({ title: 'Tạm gián đoạn' }, <ErrorPage {...problem} requestId="" />));
  }
}
