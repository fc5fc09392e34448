import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { Account } from '../../../accounts/account.entity.ts';
import { hashPassword } from '../../../accounts/password.ts';
import { endAccess } from '../../../accounts/reset-sign-in.ts';
import { record } from '../../../journal/journal.ts';
import { endInvitations } from '../invitations/invite.ts';
import { closePerson } from '../leaving/close-person.ts';
import { whatIsLeft } from '../leaving/what-is-left.ts';
import { lockPeople, readPerson, requireOthers } from '../stored-people.ts';

/**
 * `left`: everything ended, as when an administrator has somebody leave. `waiting`: nobody signs in any
 * more, and what is left waits for an administrator to name who takes it.
 */
export type Departure = 'left' | 'waiting' | 'kept-last-clerk' | 'kept-last-administrator';

/**
 * A list or a directory elsewhere says that somebody is gone. The last clerk and the last administrator
 * stay: an office that nobody can open any more would be worse than one account too many.
 */
export async function depart(
  database: DataSource,
  officeId: string,
  id: string,
  reason: string,
): Promise<Departure> {
  const by = { id: null, officeId };
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  return database.transaction(async (manager) => {
    await lockPeople(manager, officeId);
    const person = await readPerson(manager, officeId, id);
    if (person.closedAt) return 'left';
    try {
      await requireOthers(manager, person, []);
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      return error.code === 'last-clerk' ? 'kept-last-clerk' : 'kept-last-administrator';
    }
    const left = await whatIsLeft(manager, by, person);
    if (left.drafts.length + left.forms + left.waiting.length === 0) {
      await closePerson(manager, by, person, left, { reason, passwordHash });
      return 'left';
    }
    if (person.signInEndedAt) return 'waiting';
    await endInvitations(manager, id);
    const ended = await endAccess(manager, id);
    await manager.update(Account, { id }, { signInEndedAt: new Date(), passwordHash });
    await record(manager, by, 'sign-in-ended', id, { reason, ...ended });
    return 'waiting';
  });
}
