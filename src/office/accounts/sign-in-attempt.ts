import type { Request } from 'express';
import { DEVICE_COOKIE, readCookie } from './session-cookie.ts';

/** Who knocks, as far as HTTP tells. */
export interface SignInAttempt {
  address: string;
  device: string;
  /** What a browser keeps in which somebody signed in before. */
  deviceToken?: string;
}

export function visitorOf(request: Request): SignInAttempt {
  return {
    address: request.ip ?? '',
    deviceToken: readCookie(request, DEVICE_COOKIE),
    device: (request.get('user-agent') ?? '').slice(0, 300),
  };
}
