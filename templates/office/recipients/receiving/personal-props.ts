import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';

/** What was typed into one of the forms, and what is wrong with it. */
export interface PersonalForm {
  form: 'acknowledge' | 'refuse' | 'report' | 'recall';
  errors: Record<string, string>;
  values: Record<string, string>;
}

export interface PersonalProps {
  facts: RecipientFacts;
  /** Where this recipient's page is: `/a/TOKEN`. */
  base: string;
  typed?: PersonalForm;
  /** Who is signed in need not say who they are. */
  person?: { name: string; post: string };
  /** The office signs receipts. */
  hasReceipts: boolean;
}
