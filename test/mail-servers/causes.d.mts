export interface ServerCause {
  hard: boolean;
  at?: 'RCPT' | 'DATA';
  answer?: (to: string, from: string) => string;
}
export const CAUSES: Record<string, ServerCause>;
