import { IsNull } from 'typeorm';

/** Conditions of an account that somebody can act with (`Account.maySignIn`): only such a person is offered work. */
export const MAY_SIGN_IN = { closedAt: IsNull(), signInEndedAt: IsNull() };
