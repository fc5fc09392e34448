import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { contactsOf, type Contacts } from './contacts.ts';
import { EscalationContact } from './escalation-contact.entity.ts';
import { ReminderStep } from './reminder-step.entity.ts';
import type { NewStep } from './reminding.schemas.ts';
import { reachOf } from './moments.ts';

/** The office's ladder: which steps there are, and where its own rungs are written to. */
@Injectable()
export class PolicyService {
  constructor(private readonly database: DataSource) {}

  /** In the order in which they are taken. */
  async steps({ officeId }: Account): Promise<ReminderStep[]> {
    const steps = await this.database.manager.findBy(ReminderStep, {
      officeId,
      endedAt: IsNull(),
    });
    const place = (step: ReminderStep) => Math.sign(step.amount) * (step.amount && reachOf(step));
    return steps.toSorted((a, b) => place(a) - place(b) || a.rung.localeCompare(b.rung));
  }

  contacts({ officeId }: Account): Promise<Contacts> {
    return contactsOf(this.database.manager, officeId);
  }

  async add(by: Account, timing: NewStep): Promise<ReminderStep> {
    const step = { officeId: by.officeId, ...timing };
    return this.database.transaction(async (manager) => {
      if (await manager.existsBy(ReminderStep, { ...step, endedAt: IsNull() })) {
        throw new RuleViolation('step-exists');
      }
      const saved = await manager.save(ReminderStep, manager.create(ReminderStep, step));
      await record(manager, by, 'reminder-step-added', saved.id, timing);
      return saved;
    });
  }

  /** What was sent by it stays; ending it again changes nothing. */
  async end(by: Account, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.findOneByOrFail(ReminderStep, { id, officeId: by.officeId });
      const open = { id, endedAt: IsNull() };
      const { affected } = await manager.update(ReminderStep, open, { endedAt: new Date() });
      if (affected) await record(manager, by, 'reminder-step-ended', id);
    });
  }

  async setContact(
    by: Account,
    rung: EscalationContact['rung'],
    contact: Contacts['clerk'],
  ): Promise<void> {
    const { officeId } = by;
    await this.database.transaction(async (manager) => {
      if (contact) {
        await manager.upsert(EscalationContact, { officeId, rung, ...contact }, [
          'officeId',
          'rung',
        ]);
      } else await manager.delete(EscalationContact, { officeId, rung });
      await record(manager, by, 'escalation-contact-set', officeId, { rung, isSet: !!contact });
    });
  }
}
