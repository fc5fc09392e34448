import { ACCOUNTS } from './routes/accounts.ts';
import { ADMINISTRATION } from './routes/administration.ts';
import { DIRECTORY } from './routes/directory.ts';
import { DISPATCHES } from './routes/dispatches.ts';
import { FOLLOW_UP } from './routes/follow-up.ts';

/**
 * Every route and the verb it serves. A verb is one of those in the table "Access" of ARCHITECTURE.md,
 * which says the roles, or one of three: `anyone` needs no account, `coming in` is how one signs in,
 * `own account` is about oneself, whatever the role.
 */
const VERBS = { ...ACCOUNTS, ...DIRECTORY, ...DISPATCHES, ...FOLLOW_UP, ...ADMINISTRATION };

export const VERB_OF = new Map(
  Object.entries(VERBS).flatMap(([verb, routes]) => routes.map((route) => [route, verb])),
);
