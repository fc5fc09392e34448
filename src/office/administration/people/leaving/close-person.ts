import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../../../platform/time/vietnam-time.ts';
import { Account } from '../../../accounts/account.entity.ts';
import { Mandate } from '../../../accounts/mandate.entity.ts';
import { endAccess } from '../../../accounts/reset-sign-in.ts';
import { record, type Actor } from '../../../journal/journal.ts';
import { endMandate } from '../../../mandates/mandates.service.ts';
import { endInvitations } from '../invitations/invite.ts';
import type { WhatIsLeft } from './what-is-left.ts';

/** What leaving ends, once nothing is left to hand over. `passwordHash` opens nothing. */
export async function closePerson(
  manager: EntityManager,
  by: Actor,
  { id }: Account,
  { mandates }: WhatIsLeft,
  { reason, passwordHash }: { reason: string; passwordHash: string },
): Promise<void> {
  const lastDay = vietnamDate(new Date());
  for (const { id: mandateId } of mandates) {
    // One that was given from another of theirs has ended with it.
    const { validTo } = await manager.findOneByOrFail(Mandate, { id: mandateId });
    if (validTo && validTo <= lastDay) continue;
    await endMandate(manager, by, mandateId, { lastDay, reason });
  }
  await endInvitations(manager, id);
  const ended = await endAccess(manager, id);
  await manager.update(Account, { id }, { closedAt: new Date(), passwordHash });
  await record(manager, by, 'person-left', id, { reason, ...ended });
}
