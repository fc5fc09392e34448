import { connect } from 'node:net';

const CHUNK = 65_536;
const PATIENCE_MS = 30_000;

/** What `clamd` said; nothing when the bytes are clean. */
export async function virusIn(clamavUrl: string, bytes: Buffer): Promise<string | undefined> {
  const answer = await ask(new URL(clamavUrl), bytes);
  if (answer.endsWith('OK')) return undefined;
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found) return found[1];
  throw new Error(`clamd: ${answer || 'no answer'}`);
}

/** clamd(8), INSTREAM: pieces with their length before them, an empty one at the end. */
function ask({ hostname, port }: URL, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 3310) });
    const said: Buffer[] = [];
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd: too slow')));
    socket.on('error', reject);
    socket.on('data', (piece: Buffer) => said.push(piece));
    socket.on('close', () => resolve(Buffer.concat(said).toString().replace(/\0/g, '').trim()));
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const piece = bytes.subarray(at, at + CHUNK);
      socket.write(sizeOf(piece));
      socket.write(piece);
    }
    socket.write(sizeOf(Buffer.alloc(0)));
  });
}

function sizeOf(piece: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(piece.length);
  return size;
}
