import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** One text message each way (RFC 6455, 5): all the state's signing tool speaks. */
export async function serveMessages(
  answer: (path: string, message: string) => Promise<string>,
): Promise<{ port: number; close(): void }> {
  const server = createServer();
  server.on('upgrade', (request, socket: Socket) => {
    const key = request.headers['sec-websocket-key']!;
    const accept = createHash('sha1')
      .update(key + MAGIC)
      .digest('base64');
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
    onMessage(socket, (message) => {
      void answer(request.url!, message).then((reply) => socket.end(frame(reply, false)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Sends a message as a browser would and waits for the answer. */
export function ask(port: number, path: string, message: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    const head = [
      `GET ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Upgrade: websocket',
      'Connection: Upgrade',
    ];
    const key = Buffer.alloc(16, 7).toString('base64');
    socket.write(
      [...head, `Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13', '', ''].join('\r\n'),
    );
    socket.once('data', () => {
      onMessage(socket, resolve);
      socket.write(frame(message, true));
    });
  });
}

function frame(message: string, isMasked: boolean): Buffer {
  const payload = Buffer.from(message);
  const head = Buffer.from([
    0x81,
    (isMasked ? 0x80 : 0) | 126,
    payload.length >> 8,
    payload.length & 0xff,
  ]);
  const mask = Buffer.from([1, 2, 3, 4]);
  if (!isMasked) return Buffer.concat([head, payload]);
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ mask[index % 4]!)]);
}

function onMessage(socket: Socket, receive: (message: string) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    received = Buffer.concat([received, part]);
    if (received.length < 4) return;
    const isMasked = (received[1]! & 0x80) !== 0;
    const start = isMasked ? 8 : 4;
    const end = start + received.readUInt16BE(2);
    if (received.length < end) return;
    const mask = received.subarray(4, 8);
    const payload = received.subarray(start, end);
    receive(
      Buffer.from(
        isMasked ? payload.map((byte, index) => byte ^ mask[index % 4]!) : payload,
      ).toString(),
    );
  });
}
