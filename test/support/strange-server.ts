import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The moments of the dialogue at which the server can be strange. */
export type Moment = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'dot';

export interface StrangeServer {
  url: string;
  /**
   * What it does at a moment in place of answering well: words it says, `drop` the connection, be
   * `silent` for ever, or a pause in milliseconds before the usual answer.
   */
  behave: (moment: Moment, recipient: string) => string | number | undefined;
  /** Every mail that was received whole, by its header and recipient. */
  mails: { id: string; recipient: string; from: string; raw: string; commands: string[] }[];
  connections: number;
  /** Ends every connection. */
  hangUp(): void;
  close(): Promise<void>;
}

const USUAL: Record<Moment, string> = {
  greeting: '220 strange.example ESMTP',
  EHLO: '250-strange.example\r\n250-PIPELINING\r\n250 DSN',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 Go on',
  dot: '250 2.0.0 Ok: queued',
};

/** A mail server that misbehaves on purpose, byte by byte. */
export async function startStrangeServer(): Promise<StrangeServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    strange.connections += 1;
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    talk(socket, strange).catch(() => {}); // the client has gone
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const strange: StrangeServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: () => undefined,
    mails: [],
    connections: 0,
    hangUp: () => sockets.forEach((socket) => socket.destroy()),
    close: async () => {
      strange.hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return strange;
}

async function talk(socket: Socket, strange: StrangeServer): Promise<void> {
  const session = { from: '', recipient: '', mail: '', isData: false, commands: [] as string[] };
  const answer = async (moment: Moment): Promise<string> => {
    const act = strange.behave(moment, session.recipient);
    if (act === 'drop') socket.destroy();
    else if (typeof act === 'number') {
      await new Promise((resolve) => setTimeout(resolve, act));
      socket.write(`${USUAL[moment]}\r\n`);
    } else if (act !== 'silent') socket.write(`${act ?? USUAL[moment]}\r\n`);
    return act === undefined || typeof act === 'number' ? USUAL[moment] : act;
  };
  await answer('greeting');
  let text = '';
  for await (const chunk of socket) {
    text += (chunk as Buffer).toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      await hear(line, session, strange, socket, answer);
    }
  }
}

async function hear(
  line: string,
  session: { from: string; recipient: string; mail: string; isData: boolean; commands: string[] },
  strange: StrangeServer,
  socket: Socket,
  answer: (moment: Moment) => Promise<string>,
): Promise<void> {
  if (session.isData) {
    if (line !== '.') session.mail += `${line}\r\n`;
    else {
      session.isData = false;
      const id = /^Message-ID: (\S+)/m.exec(session.mail)?.[1] ?? '';
      const { from, recipient, mail: raw, commands } = session;
      strange.mails.push({ id, recipient, from, raw, commands });
      await answer('dot');
    }
    return;
  }
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'QUIT') socket.end('221 Bye\r\n');
  else if (verb === 'RSET') socket.write('250 Ok\r\n');
  else if (verb === 'EHLO') await answer('EHLO');
  else if (verb === 'MAIL') {
    session.commands = [line];
    session.from = /<([^>]*)>/.exec(line)?.[1] ?? '';
    await answer('MAIL');
  } else if (verb === 'RCPT') {
    session.commands.push(line);
    session.recipient = /<([^>]*)>/.exec(line)?.[1] ?? '';
    const said = await answer('RCPT');
    if (!said.startsWith('2')) session.recipient = '';
  } else if (verb === 'DATA') {
    if (!session.recipient) return void socket.write('503 5.5.1 No valid recipients\r\n');
    session.mail = '';
    session.isData = (await answer('DATA')).startsWith('354');
  } else socket.write('502 What?\r\n');
}
