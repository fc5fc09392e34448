import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long the rest of a request is read and thrown away after its answer. */
const DRAIN_MS = 1000;

const ANSWERS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * A request that is no HTTP is answered before its connection ends. By itself Node closes the socket at once: what
 * the peer had sent beyond that point makes the kernel reset the connection, and the answer is often lost.
 */
export function answerBadRequests(server: Server): void {
  const latest = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    latest.set(socket, response);
  });
  // Node ends the connection of a CONNECT that nobody listens for, without a word.
  server.on('connect', (_, stream) => {
    stream.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n');
  });
  server.on('clientError', ({ code }: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    // The parser reports the rest of a bad request piece by piece.
    if (!socket.writable) return;
    const response = latest.get(socket);
    const isInTheMiddle = response?.headersSent && !response.writableFinished;
    if (code === 'ECONNRESET' || isInTheMiddle) {
      socket.destroy();
      return;
    }
    socket.end(`HTTP/1.1 ${ANSWERS[code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
    socket.resume();
    const bound = setTimeout(() => socket.destroy(), DRAIN_MS);
    socket.once('close', () => clearTimeout(bound));
  });
}
