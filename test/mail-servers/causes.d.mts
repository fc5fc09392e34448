export interface ServerCause {
  hard: boolean;
  at?: 'RCPT' | 'DATA';
  answer?: (to: string, from: string) => string;
}
export const CAUSES: Record<string, ServerCause>;
/** What a mailbox does with a mail: its report is hard or not, it is a reply, or nothing comes back. */
export type MailboxCause = { hard: boolean } | { isReply: true } | { quiet: true };
export const MAILBOX_CAUSES: Record<string, MailboxCause>;
