import { connect, type NetConnectOpts, type Socket } from 'node:net';

const CHUNK = 65_536;
const PATIENCE_MS = 30_000;
/** A size above the limit is answered at once; one below it is not answered at all. */
const LIMIT_PATIENCE_MS = 2_000;

/** What `clamd` found, or why it did not look. */
export type Scan = { clean: true } | { virus: string } | { unscannable: 'too-large' | 'encrypted' };

/** Has `clamd` look at the bytes; throws when it cannot be reached or gives no verdict. */
export async function scan(clamavUrl: string, bytes: Buffer): Promise<Scan> {
  const url = new URL(clamavUrl);
  const answer = await ask(url, PATIENCE_MS, (socket) => send(socket, bytes)).catch(
    async (error: Error) => {
      if (await exceedsLimit(url, bytes.length)) return TOO_LARGE;
      throw error;
    },
  );
  if (/^stream: OK$/.test(answer)) return { clean: true };
  if (answer.startsWith(TOO_LARGE)) return { unscannable: 'too-large' };
  const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (!found) throw new Error(`clamd: ${answer || 'no answer'}`);
  // AlertExceedsMax and AlertEncrypted of clamd.conf(5): no virus was found, the file was not looked at.
  if (found.startsWith('Heuristics.Limits.Exceeded')) return { unscannable: 'too-large' };
  if (found.startsWith('Heuristics.Encrypted')) return { unscannable: 'encrypted' };
  return { virus: found };
}

const TOO_LARGE = 'INSTREAM size limit exceeded';

/**
 * Above StreamMaxLength `clamd` answers and closes with bytes still unread, so that its answer is often lost to a
 * reset. It judges the length before a piece, so announcing all of it and sending nothing gets the answer through.
 */
async function exceedsLimit(url: URL, length: number): Promise<boolean> {
  const announce = (socket: Socket) => socket.write(Buffer.concat([COMMAND, sizeOf(length)]));
  const answer = await ask(url, LIMIT_PATIENCE_MS, announce).catch(() => '');
  return answer.startsWith(TOO_LARGE);
}

/** `tcp://host:3310`, or the socket file where Debian's daemon listens: `unix:/run/clamav/clamd.ctl`. */
function placeOf({ protocol, hostname, port, pathname }: URL): NetConnectOpts {
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
}

function ask(url: URL, patience: number, say: (socket: Socket) => void) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(placeOf(url));
    const said: Buffer[] = [];
    const answer = () => Buffer.concat(said).toString().replace(/\0/g, '').trim();
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd: too slow')));
    socket.on('error', reject);
    socket.on('data', (piece: Buffer) => said.push(piece));
    socket.on('close', () =>
      said.length > 0 ? resolve(answer()) : reject(new Error('clamd: no answer')),
    );
    say(socket);
  });
}

const COMMAND = Buffer.from('zINSTREAM\0');

/** clamd(8), INSTREAM: pieces with their length before them, an empty one at the end. */
function send(socket: Socket, bytes: Buffer): void {
  socket.write(COMMAND);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK);
    socket.write(sizeOf(piece.length));
    socket.write(piece);
  }
  socket.write(sizeOf(0));
}

function sizeOf(length: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return size;
}
