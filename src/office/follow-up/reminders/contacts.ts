import type { EntityManager } from 'typeorm';
import { EscalationContact } from './escalation-contact.entity.ts';

export type Contacts = Record<
  EscalationContact['rung'],
  Pick<EscalationContact, 'name' | 'email'> | null
>;

export async function contactsOf(manager: EntityManager, officeId: string): Promise<Contacts> {
  const contacts: Contacts = { clerk: null, head: null };
  for (const { rung, name, email } of await manager.findBy(EscalationContact, { officeId })) {
    contacts[rung] = { name, email };
  }
  return contacts;
}
