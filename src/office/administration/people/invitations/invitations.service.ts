import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { Account } from '../../../accounts/account.entity.ts';
import { hashPassword } from '../../../accounts/password.ts';
import { record } from '../../../journal/journal.ts';
import { invitationHash } from './invitation-link.ts';
import { Invitation } from './invitation.entity.ts';

/** Whoever was invited chooses a password, once. */
@Injectable()
export class InvitationsService {
  constructor(private readonly database: DataSource) {}

  /** Whose invitation it is; an unknown one is not found, one that is over is refused in words. */
  async person(token: string): Promise<Account> {
    return (await open(this.database.manager, token)).account;
  }

  async accept(token: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (manager) => {
      const { id, account } = await open(manager, token);
      const now = new Date();
      const unused = { id, usedAt: IsNull(), expiresAt: MoreThan(now) };
      const { affected } = await manager.update(Invitation, unused, { usedAt: now });
      if (affected === 0) throw new RuleViolation('invitation-over');
      await manager.update(
        Account,
        { id: account.id },
        { passwordHash, mustChangePassword: false },
      );
      await record(manager, account, 'invitation-accepted', account.id);
    });
  }
}

async function open(manager: EntityManager, token: string): Promise<Invitation> {
  const invitation = await manager.findOneOrFail(Invitation, {
    where: { tokenHash: invitationHash(token) },
    relations: { account: { office: true } },
  });
  const { usedAt, expiresAt, account } = invitation;
  if (usedAt || expiresAt <= new Date() || !account.maySignIn) {
    throw new RuleViolation('invitation-over');
  }
  return invitation;
}
