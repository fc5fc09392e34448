import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Account, Role } from './account.entity.ts';
import type { ApiKey, Scope } from './api-keys/api-key.entity.ts';
import type { Session, Stage } from './session.entity.ts';

/** A request after SignedInGuard has looked at it. */
export interface SignedInRequest extends Request {
  account?: Account;
  session?: Session;
  /** Instead of a session, when a program acts for the account. */
  apiKey?: ApiKey;
}

/** The roles that may use this route; without it everybody of the office may. */
export const Allow = Reflector.createDecorator<Role[]>();

/** About oneself, whatever the role. */
export const OwnAccount = Reflector.createDecorator<void, true>({ transform: () => true });

/** Also open before the sign-in is complete: what completes it. */
export const During = Reflector.createDecorator<Stage[]>();

/** Changes how one signs in, so the sign-in itself must be minutes old. */
export const Fresh = Reflector.createDecorator<void, true>({ transform: () => true });

/**
 * What a key must be good for here. Without it reading needs `read`, and all else is for people; so
 * is `person`.
 */
export const Scoped = Reflector.createDecorator<Scope | 'person'>();

/** What a key must be good for at a place; `person`: no key serves there. */
export function scopeNeeded(reflector: Reflector, method: string, places: Place): Scope | 'person' {
  const isReading = method === 'GET' || method === 'HEAD';
  return reflector.getAllAndOverride(Scoped, places) ?? (isReading ? 'read' : 'person');
}

/** Handler and controller, whose marks say what is needed. */
export type Place = Parameters<Reflector['getAllAndOverride']>[1];

/** The signed-in account of the request. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<SignedInRequest>().account,
);

/** The session of the request. */
export const In = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<SignedInRequest>().session,
);
