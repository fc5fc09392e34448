import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { BounceInbox } from './bounce-inbox.ts';

const LARGEST_REPORT_BYTES = 20_000_000;
const CLIENTS_AT_ONCE = 50;
const CLOSING_MS = 1000;

export interface OpenInbox {
  /** Where it listens, if it does. */
  port?: number;
  close(): Promise<void>;
}

/**
 * Takes reports from the office's mail server, by SMTP or LMTP, and nothing else: an address that is
 * not sealed or too old is refused in the dialogue, so forged reports reach nobody. A report is
 * answered well only once it is in the database.
 */
export async function listenForBounces(url: URL, inbox: BounceInbox): Promise<OpenInbox> {
  const server = new SMTPServer({
    lmtp: url.protocol === 'lmtp:',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_REPORT_BYTES,
    maxClients: CLIENTS_AT_ONCE,
    closeTimeout: CLOSING_MS,
    onRcptTo: ({ address }, _session, answer) =>
      answer(inbox.isOurs(address) ? null : refusal(550, '5.1.1 No such return address')),
    onData: (stream, { envelope }, answer) => {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      receive(stream, recipients, inbox).then(
        () => answer(),
        (error: Error & { responseCode?: number }) => {
          error.responseCode ??= 451;
          answer(error);
        },
      );
    },
  });
  server.on('error', () => {}); // a client's: it is gone
  const socket = server.listen(Number(url.port), url.hostname.replace(/^\[|\]$/g, ''));
  await once(socket, 'listening');
  return {
    port: (socket.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  recipients: string[],
  inbox: BounceInbox,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 Too large for a report');
  await inbox.receive(recipients, Buffer.concat(chunks));
}

const refusal = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });
