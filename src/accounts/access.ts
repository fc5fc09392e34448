import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Account, Role } from './account.entity.ts';

/** A request after SignedInGuard has looked at it. */
export interface SignedInRequest extends Request {
  account?: Account;
}

/** The roles that may use this route; without it every signed-in person may. */
export const Allow = Reflector.createDecorator<Role[]>();

/** The signed-in account of the request. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<SignedInRequest>().account,
);
