import type { NextFunction, Request, Response } from 'express';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ENCODINGS, type Encoding } from './assets.ts';

/** Shorter ones fit in one packet anyhow. */
const LEAST_CHARACTERS = 1400;

/** A tenth smaller than gzip; higher ones take longer than the line saves. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const compress: Record<Encoding, (page: string) => Buffer> = {
  br: (page) => brotliCompressSync(page, QUALITY),
  gzip: (page) => gzipSync(page),
};

/** Pages go out compressed; not those that repeat what stands in their address, whose length would tell of the rest. */
export function compressPages(request: Request, response: Response, next: NextFunction): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    const isPage =
      typeof body === 'string' &&
      body.length >= LEAST_CHARACTERS &&
      (response.get('Content-Type') ?? 'text/html').startsWith('text/html');
    const encoding = ENCODINGS.find((one) => request.acceptsEncodings(one));
    if (!isPage || !encoding || Object.keys(request.query).length > 0) return send(body);
    response.type('html').vary('Accept-Encoding').setHeader('Content-Encoding', encoding);
    return send(compress[encoding](body));
  };
  next();
}
