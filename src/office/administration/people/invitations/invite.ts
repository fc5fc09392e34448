import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { record } from '../../../journal/journal.ts';
import type { InstallationKeys } from '../../../../platform/installation/installation-keys.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { invitationHash, invitationToken } from './invitation-link.ts';
import { Invitation } from './invitation.entity.ts';

export const INVITATION_DAYS = 7;
const DAY = 86_400_000;

/** Earlier invitations of the same person open nothing from now on. */
export async function invite(
  manager: EntityManager,
  keys: InstallationKeys,
  by: Account,
  { id: accountId, email }: Pick<Account, 'id' | 'email'>,
): Promise<void> {
  if (!email) throw new RuleViolation('no-mail-address');
  await endInvitations(manager, accountId);
  const id = randomUUID();
  await manager.insert(Invitation, {
    id,
    accountId,
    invitedBy: by.id,
    tokenHash: invitationHash(invitationToken(keys, id)),
    expiresAt: new Date(Date.now() + INVITATION_DAYS * DAY),
    address: email,
  });
  await record(manager, by, 'invited', accountId);
}

export async function endInvitations(manager: EntityManager, accountId: string): Promise<void> {
  const now = new Date();
  await manager.update(Invitation, { accountId, usedAt: IsNull() }, { expiresAt: now });
}
