import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';

const PATIENCE_MS = 2_000;
const socketIn = (socketDir: string) => join(socketDir, 'owner');

/** Answers with this process's id for as long as it lives, so that nobody else takes its server. */
export async function claim(socketDir: string): Promise<{ release(): void }> {
  const server = createServer((peer) => peer.on('error', () => {}).end(String(process.pid)));
  server.unref().listen(socketIn(socketDir));
  await once(server, 'listening');
  return { release: () => void server.close() };
}

/** Process id of the living application that uses the server with these sockets, if there is one. */
export async function ownerOf(socketDir: string): Promise<string | undefined> {
  const peer = connect(socketIn(socketDir));
  try {
    await once(peer, 'connect');
  } catch {
    return undefined;
  }
  peer.setTimeout(PATIENCE_MS, () => peer.destroy());
  let answer = '';
  try {
    for await (const chunk of peer) answer += String(chunk);
  } catch {
    // A process that is stopped or busy does not answer, and is alive all the same.
  }
  return answer || '?';
}

/** Whether something accepts connections at this socket. */
export async function answers(socket: string): Promise<boolean> {
  const peer = connect(socket).setTimeout(PATIENCE_MS);
  peer.on('timeout', () => peer.destroy(new Error('no answer')));
  try {
    await once(peer, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    peer.destroy();
  }
}
