import type { Response } from 'express';
import type { Observable } from 'rxjs';

/** Keeps proxies from closing a stream in which nothing happens. */
const SIGN_OF_LIFE_MS = 25_000;

/** Server-sent events until the source ends or the browser leaves; each text is one unnamed message. */
export function sendEvents(response: Response, source: Observable<string>): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const alive = setInterval(() => response.write(':\n\n'), SIGN_OF_LIFE_MS);
  const subscription = source.subscribe({
    next: (text) => response.write(`data: ${text.replaceAll('\n', '\ndata: ')}\n\n`),
    complete: () => response.end(),
  });
  response.on('close', () => {
    clearInterval(alive);
    subscription.unsubscribe();
  });
}
