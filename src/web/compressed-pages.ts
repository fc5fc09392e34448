import type { NextFunction, Request, Response } from 'express';
import { gzipSync } from 'node:zlib';

/** Shorter ones fit in one packet anyhow. */
const LEAST_CHARACTERS = 1400;

/** Pages go out gzipped; not those that repeat what stands in their address, whose length would tell of the rest. */
export function compressPages(request: Request, response: Response, next: NextFunction): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    const isPage =
      typeof body === 'string' &&
      body.length >= LEAST_CHARACTERS &&
      (response.get('Content-Type') ?? 'text/html').startsWith('text/html');
    if (!isPage || !request.acceptsEncodings('gzip') || Object.keys(request.query).length > 0) {
      return send(body);
    }
    response.type('html').vary('Accept-Encoding').setHeader('Content-Encoding', 'gzip');
    return send(gzipSync(body));
  };
  next();
}
