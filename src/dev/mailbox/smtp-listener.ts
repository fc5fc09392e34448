import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { refusalOf, type Rule } from './rule.ts';

const LARGEST_MAIL_BYTES = 60_000_000;
const USUAL_PORT = 2525;
const CLOSING_MS = 300;

export interface Received {
  from: string;
  to: string[];
  mail: Buffer;
}

export interface ListenerOptions {
  host: string;
  /** 0 is any free one; by default 2525, or any free one when that is taken. */
  port: number | undefined;
  rules: Rule[];
  /** The sender is told that it was accepted only once this has resolved. */
  keep: (received: Received) => Promise<void>;
}

export interface Listener {
  port: number;
  close(): Promise<void>;
}

export async function listen(options: ListenerOptions): Promise<Listener> {
  const { host, port } = options;
  try {
    return await listenAt(port ?? USUAL_PORT, options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && port === undefined) return listenAt(0, options);
    throw new Error(
      `Hộp thư thử không mở được cổng ${host}:${port ?? USUAL_PORT} (${code}). Chọn cổng khác.\n` +
        `The development mailbox cannot listen on ${host}:${port ?? USUAL_PORT} (${code}). Choose another port.`,
      { cause: error },
    );
  }
}

async function listenAt(port: number, { host, rules, keep }: ListenerOptions): Promise<Listener> {
  const server = new SMTPServer({
    name: 'mailbox.localhost',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    closeTimeout: CLOSING_MS,
    onRcptTo: ({ address }, _session, answer) => answer(refusalOf(rules, 'recipient', [address])),
    onData: (stream, session, answer) => {
      receive(stream, session)
        .then(async (received) => {
          const refusal = refusalOf(rules, 'data', received.to);
          if (refusal) throw refusal;
          if (!stream.sizeExceeded) await keep(received);
          answer();
        })
        .catch((error: Error & { responseCode?: number }) => {
          error.responseCode ??= 452;
          answer(error);
        });
    },
  });
  server.on('error', () => {});
  const socket = server.listen(port, host);
  await once(socket, 'listening');
  return {
    port: (socket.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<Received> {
  const { mailFrom, rcptTo } = envelope;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    mail: Buffer.concat(chunks),
  };
}
