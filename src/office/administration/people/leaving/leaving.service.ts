import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { ArrayOverlap, DataSource, Not, type EntityManager } from 'typeorm';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { vietnamDate } from '../../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { MAY_SIGN_IN } from '../../../accounts/may-sign-in.ts';
import { Account } from '../../../accounts/account.entity.ts';
import { Mandate } from '../../../accounts/mandate.entity.ts';
import { hashPassword } from '../../../accounts/password.ts';
import { passSignature } from '../../../dispatches/pass-on.ts';
import { passDrafts } from '../../../dispatches/pass-drafts.ts';
import { lockPeople, readPerson, requireHere, requireOthers } from '../stored-people.ts';
import { closePerson } from './close-person.ts';
import type { Leave } from './leaving.schemas.ts';
import { whatIsLeft, type WhatIsLeft } from './what-is-left.ts';

/** Everything that is known before somebody leaves. */
export interface Preview {
  person: Account;
  left: WhatIsLeft;
  /** Who could take the drafts. */
  drafters: Account[];
  /** Whose signature could stand in the place of this person's. */
  mandates: Mandate[];
}

/** Somebody leaves the office: one act, seen before it is done. */
@Injectable()
export class LeavingService {
  constructor(private readonly database: DataSource) {}

  preview(by: Account, id: string): Promise<Preview> {
    // One moment, so that lists and seal belong together.
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const person = await readPerson(manager, by.officeId, id);
      const left = await whatIsLeft(manager, by, person);
      return {
        person,
        left,
        drafters: await draftersBeside(manager, person),
        mandates: await mandatesBeside(manager, person, left),
      };
    });
  }

  async leave(by: Account, id: string, { reason, ...input }: Leave): Promise<Account> {
    if (by.id === id) throw new RuleViolation('own-account');
    const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
    return this.database.transaction(async (manager) => {
      await lockPeople(manager, by.officeId);
      const person = await readPerson(manager, by.officeId, id);
      requireHere(person);
      await requireOthers(manager, person, []);
      const left = await whatIsLeft(manager, by, person);
      if (left.seal !== input.seal) throw new RuleViolation('left-meanwhile');
      await handOver(manager, by, person, left, input, reason);
      await closePerson(manager, by, person, left, { reason, passwordHash });
      return readPerson(manager, by.officeId, id);
    });
  }
}

async function handOver(
  manager: EntityManager,
  by: Account,
  person: Account,
  left: WhatIsLeft,
  { drafterId, mandateId }: Pick<Leave, 'drafterId' | 'mandateId'>,
  reason: string,
): Promise<void> {
  const faults: { path: string; message: string }[] = [];
  const drafters = await draftersBeside(manager, person);
  const mandates = await mandatesBeside(manager, person, left);
  const hasDrafts = left.drafts.length + left.forms > 0;
  if (hasDrafts && !drafters.some(({ id }) => id === drafterId)) {
    faults.push({ path: 'drafterId', message: 'Chọn người tiếp nhận dự thảo.' });
  }
  if (left.waiting.length > 0 && !mandates.some(({ id }) => id === mandateId)) {
    faults.push({ path: 'mandateId', message: 'Chọn người ký thay.' });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  if (hasDrafts) await passDrafts(manager, by, person.id, drafterId!);
  for (const { id } of left.waiting) {
    await passSignature(manager, by, id, mandateId!, `${person.fullName} nghỉ: ${reason}`);
  }
}

const draftersBeside = (manager: EntityManager, { id, officeId }: Account): Promise<Account[]> =>
  manager.find(Account, {
    where: {
      officeId,
      id: Not(id),
      roles: ArrayOverlap(['drafter', 'clerk']),
      ...MAY_SIGN_IN,
    },
    order: { fullName: 'ASC' },
  });

/** Valid today, of somebody who stays, and not one that ends with this person's own. */
async function mandatesBeside(
  manager: EntityManager,
  { id, officeId }: Account,
  { resting }: WhatIsLeft,
): Promise<Mandate[]> {
  const today = vietnamDate(new Date());
  const found = await manager.find(Mandate, {
    where: { account: { id: Not(id), officeId, ...MAY_SIGN_IN } },
    relations: { account: true },
    order: { account: { fullName: 'ASC' } },
  });
  const ends = new Set(resting.map((mandate) => mandate.id));
  return found.filter((mandate) => mandate.isValidOn(today) && !ends.has(mandate.id));
}
