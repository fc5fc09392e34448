import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from '../office/accounts/account.entity.ts';
import { dictatedPassword } from '../office/accounts/dictated-password.ts';
import { Mandate } from '../office/accounts/mandate.entity.ts';
import { OfficeHead } from '../office/accounts/office-head.entity.ts';
import { Office } from '../office/accounts/office.entity.ts';
import { hashPassword } from '../office/accounts/password.ts';
import { AgencyGroup } from '../office/directory/agency-group.entity.ts';
import { addKinds } from '../office/directory/kinds/add-kinds.ts';
import { USUAL_KINDS } from '../office/directory/kinds/usual-kinds.ts';
import { keepFacts } from '../office/journal/facts/seal-facts.ts';
import { EscalationContact } from '../office/follow-up/reminders/escalation-contact.entity.ts';
import { ReminderStep, USUAL_STEPS } from '../office/follow-up/reminders/reminder-step.entity.ts';
import { requireKnownKinds } from './known-kinds.ts';
import type { OfficeFile } from './office-file.ts';

export interface NewPerson {
  account: Account;
  /** Only when it was made up here. */
  password?: string;
}

/** Opens an office: itself, its people, their mandates and its groups, all or nothing. */
@Injectable()
export class OfficeSetup {
  constructor(private readonly database: DataSource) {}

  /** `also` happens in the same transaction, once all of it stands. */
  async open(
    file: OfficeFile,
    also: (manager: EntityManager, officeId: string) => Promise<void> = async () => {},
  ): Promise<NewPerson[]> {
    const people = await Promise.all(
      file.people.map(async (person) => {
        const password = person.password ?? dictatedPassword();
        const passwordHash = await hashPassword(password);
        return { ...person, password, passwordHash, mustChangePassword: !person.password };
      }),
    );
    const kinds = file.kinds ?? USUAL_KINDS;
    requireKnownKinds(file.groups, kinds);
    return this.database.transaction(async (manager) => {
      const { code, symbol, ...head } = file.office;
      const { id: officeId } = await manager.save(Office, manager.create(Office, { code }));
      await manager.insert(OfficeHead, { ...head, officeId, symbol: symbol ?? code });
      await addKinds(manager, officeId, kinds);
      const groups = Object.entries(file.groups).map(([name, kinds]) => ({
        officeId,
        name,
        kinds,
      }));
      await manager.save(AgencyGroup, groups);
      await manager.insert(
        ReminderStep,
        USUAL_STEPS.map((step) => ({ ...step, officeId })),
      );
      const contacts = Object.entries(file.contacts).map(([rung, contact]) => ({
        officeId,
        rung: rung as EscalationContact['rung'],
        ...contact,
      }));
      if (contacts.length > 0) await manager.insert(EscalationContact, contacts);
      const opened: NewPerson[] = [];
      for (const [index, { mandates, password, ...person }] of people.entries()) {
        const account = await manager.save(
          Account,
          manager.create(Account, { ...person, officeId }),
        );
        const accountId = account.id;
        await manager.save(
          Mandate,
          mandates.map((mandate) => ({ ...mandate, accountId })),
        );
        await keepFacts(manager, [['mandates', 'account_id', accountId]]);
        opened.push({ account, password: file.people[index]!.password ? undefined : password });
      }
      await also(manager, officeId);
      return opened;
    });
  }
}
