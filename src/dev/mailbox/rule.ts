/** What the mailbox answers in place of accepting, to play a server that has a bad day. */
export interface Rule {
  /** The recipients it is for; all of them when absent. */
  recipient?: (address: string) => boolean;
  /** Reply code of SMTP: 4xx come back later, 5xx never; 421 also ends the connection. */
  code: number;
  message: string;
  /** When: at RCPT TO, unless it is to be at the end of the mail itself. */
  at?: 'recipient' | 'data';
  /** How many times; for ever when absent. */
  times?: number;
}

/** The refusal of the first rule that speaks for one of these recipients, which uses it up once. */
export function refusalOf(
  rules: Rule[],
  at: 'recipient' | 'data',
  addresses: string[],
): (Error & { responseCode: number }) | undefined {
  const rule = rules.find(
    (each) =>
      (each.at ?? 'recipient') === at &&
      each.times !== 0 &&
      addresses.some((address) => each.recipient?.(address) ?? true),
  );
  if (!rule) return undefined;
  if (rule.times !== undefined) rule.times -= 1;
  return Object.assign(new Error(rule.message), { responseCode: rule.code });
}
