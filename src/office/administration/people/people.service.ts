import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource, IsNull, Not } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { dictatedPassword } from '../../accounts/dictated-password.ts';
import { hashPassword } from '../../accounts/password.ts';
import { resetSignIn } from '../../accounts/reset-sign-in.ts';
import { Unit } from '../../accounts/unit.entity.ts';
import { Config } from '../../../platform/config/config.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { endInvitations, invite } from './invitations/invite.ts';
import type { ChangePerson, OpenPerson, PeopleQuery, ResetSignIn } from './person.schemas.ts';
import { changePerson, openPerson } from './keep-people.ts';
import { lockPeople, readPerson, requireHere } from './stored-people.ts';

export const PAGE_SIZE = 50;

export interface Opened {
  person: Account;
  /** To be told once; null where the person chooses it by a mail. */
  password: string | null;
}

/** The people of an office: opened, changed, let in anew. How somebody leaves is `leaving`. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  async list(by: Account, { q, left, page }: PeopleQuery) {
    const query = this.database.manager
      .createQueryBuilder(Account, 'account')
      .leftJoinAndSelect('account.unit', 'unit')
      .where('account.officeId = :officeId', { officeId: by.officeId })
      .andWhere(`NOT 'recipient' = ANY (account.roles)`);
    if (!left) query.andWhere('account.closedAt IS NULL');
    if (q) {
      const words = 'account.fullName, account.post, account.username';
      query.andWhere(`position(folded(:q) IN folded(concat_ws(' ', ${words}))) > 0`, { q });
    }
    const [items, total] = await query
      .orderBy('account.fullName')
      .addOrderBy('account.id')
      .skip((page - 1) * PAGE_SIZE)
      .take(PAGE_SIZE)
      .getManyAndCount();
    return { items, total };
  }

  /** Gone by a list or a directory, and what is left of their work waits for somebody named. */
  waiting({ officeId }: Account): Promise<Account[]> {
    return this.database.manager.find(Account, {
      where: { officeId, closedAt: IsNull(), signInEndedAt: Not(IsNull()) },
      order: { fullName: 'ASC' },
    });
  }

  find(by: Account, id: string): Promise<Account> {
    return readPerson(this.database.manager, by.officeId, id);
  }

  /** To which somebody can belong today. */
  async units({ officeId }: Account): Promise<Unit[]> {
    const units = await this.database.manager.find(Unit, {
      where: { officeId },
      order: { symbol: 'ASC' },
    });
    return units.filter((unit) => unit.isValidOn(vietnamDate(new Date())));
  }

  async open(by: Account, { way, ...fields }: OpenPerson): Promise<Opened> {
    const password = way === 'password' ? dictatedPassword() : null;
    const passwordHash = await hashPassword(password ?? randomBytes(32).toString('base64url'));
    return this.database.transaction(async (manager) => {
      const { email = null, unitId = null } = fields;
      const id = await openPerson(manager, by, {
        ...fields,
        ...{ email, unitId, passwordHash },
        mustChangePassword: password !== null,
      });
      if (way === 'invitation') await invite(manager, this.config.keys, by, { id, email });
      return { person: await readPerson(manager, by.officeId, id), password };
    });
  }

  change(by: Account, id: string, input: ChangePerson): Promise<Account> {
    const next = { ...input, email: input.email ?? null, unitId: input.unitId ?? null };
    return this.database.transaction((manager) => changePerson(manager, by, id, next));
  }

  /** All that signed in before ends; the person reads so at the next sign-in. */
  async resetSignIn(by: Account, id: string, { way }: ResetSignIn): Promise<Opened> {
    return this.database.transaction(async (manager) => {
      await lockPeople(manager, by.officeId);
      const person = await readPerson(manager, by.officeId, id);
      requireHere(person);
      await endInvitations(manager, id);
      const { password } = await resetSignIn(manager, person, by);
      if (way === 'invitation') await invite(manager, this.config.keys, by, person);
      return {
        person: await readPerson(manager, by.officeId, id),
        password: way === 'password' ? password : null,
      };
    });
  }
}
