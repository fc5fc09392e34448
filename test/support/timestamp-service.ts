import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { KeyHolder } from '../../src/engines/signatures/keys/key-holder.ts';
import { answerTimestampRequest } from '../../src/dev/test-authority/issue-timestamp.ts';
import { TestAuthority } from '../../src/dev/test-authority/test-authority.ts';
import { scratchFolder } from './scratch.ts';

export type Mood =
  'well' | 'silent' | 'broken' | 'nonsense' | 'endless' | 'a stranger' | 'an hour late';

export interface TimestampService {
  url: string;
  mood: Mood;
  /** Requests that were asked so far. */
  asked: number;
  close(): Promise<void>;
}

/** A timestamp authority over HTTP that answers as its mood is. */
export async function timestampService(authority: TestAuthority): Promise<TimestampService> {
  const [own, strange] = [
    await timestamper(authority),
    await timestamper(await TestAuthority.open(join(await scratchFolder(), 'strange'), 'P-256')),
  ];
  const service: TimestampService = {
    url: '',
    mood: 'well',
    asked: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answer = async (mood: Mood, query: Buffer, response: ServerResponse): Promise<void> => {
    const now = new Date(Date.now() + (mood === 'an hour late' ? 3_600_000 : 0));
    if (mood === 'silent') return;
    if (mood === 'broken') return void response.writeHead(503).end();
    if (mood === 'nonsense') return void response.end('<html>Bảo trì</html>');
    if (mood === 'endless') return drip(response);
    response.end(await answerTimestampRequest(query, mood === 'a stranger' ? strange : own, now));
  };
  const server = createServer((request, response) => {
    const { mood } = service;
    service.asked += 1;
    buffer(request).then(
      (query) => answer(mood, query, response),
      () => {},
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return service;
}

function timestamper(authority: TestAuthority): Promise<KeyHolder> {
  const organisation = 'Nơi Nhận (thử nghiệm)';
  return authority.holder({ purpose: 'timestamping', name: 'Dấu thời gian', organisation });
}

function drip(response: ServerResponse): void {
  const block = Buffer.alloc(100_000);
  const timer = setInterval(() => response.write(block), 1);
  response.once('close', () => clearInterval(timer));
}
