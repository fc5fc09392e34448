import type { CookieOptions, Request } from 'express';
import type { Config } from '../../platform/config/config.ts';

export const SESSION_COOKIE = 'session';
export const DEVICE_COOKIE = 'device';

/** `Secure` wherever the office is reached over https. */
export function sessionCookie({ publicUrl, sessionHours }: Config): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: sessionHours * 3_600_000,
  };
}

export function readCookie(request: Request, cookie: string): string | undefined {
  for (const pair of request.get('cookie')?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=');
    if (name === cookie) return value;
  }
  return undefined;
}
