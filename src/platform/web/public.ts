import { Reflector } from '@nestjs/core';

/** Open to people without an account. */
export const Public = Reflector.createDecorator<void, true>({ transform: () => true });
