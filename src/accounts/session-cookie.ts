import type { CookieOptions, Request } from 'express';

export const SESSION_COOKIE = 'session';
export const SESSION_HOURS = 12;

/** `Secure` wherever the office is reached over https. */
export function sessionCookie(publicUrl: string): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: SESSION_HOURS * 3_600_000,
  };
}

export function readSessionCookie(request: Request): string | undefined {
  for (const pair of request.get('cookie')?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=');
    if (name === SESSION_COOKIE) return value;
  }
  return undefined;
}
