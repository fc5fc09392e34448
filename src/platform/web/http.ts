import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { Config } from '../config/config.ts';
import { compressPages } from './compressed-pages.ts';
import { refuseDeepBodies } from './deep-bodies.ts';
import { visitedBy } from './visitor.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The page of a draft beside its form is a blob.
  "frame-src 'self' blob:",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // What a person sees is kept by no cache; assets and files say otherwise themselves.
  'Cache-Control': 'no-store',
};

/** What holds for every request, whatever the room. */
export function configureHttp(app: NestExpressApplication): void {
  const config = app.get(Config);
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (config.publicUrl.startsWith('https:')) {
      response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    }
    next();
  });
  app.use(compressPages);
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '1mb', extended: true });
  app.useBodyParser('text', { limit: '5mb', type: 'text/csv' });
  app.use(refuseDeepBodies);
  // After the parsers, whose events would lose the visitor.
  app.use((request: Request, _response: Response, next: NextFunction) => {
    visitedBy({ address: request.ip }, next);
  });
}
