import type { Account } from '../../../../src/office/accounts/account.entity.ts';
import type { Send } from '../../../../src/office/delivery/attempts/sends.ts';
import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';

export interface RecipientPageProps {
  facts: RecipientFacts;
  sends: Send[];
  by: Account;
  now: Date;
  typed?: { errors: Record<string, string>; values: Record<string, string> };
}
