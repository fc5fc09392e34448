import type { AttemptResult } from '../../../attempts/attempt-result.ts';
import type { Stage } from '../../../delivery-attempt.entity.ts';

/** What nodemailer's connection says went wrong. */
export interface SmtpFailure {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
  command?: string;
}

/** Where the dialogue was: not yet about the mail, about it, or over but for the answer to the final dot. */
export type Progress = 'connecting' | 'talking' | 'sent';

/** Authentication needed, failed or too weak: a matter of our settings, not of the mail. */
const LOGIN_CODES = new Set([530, 534, 535, 538]);
const LONGEST_REPLY = 1000;

const STAGES: Record<string, Stage> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'message',
};

/**
 * RFC 5321, 4.2.1: 5yz is permanent; 4yz, and no proper reply at all (network, time-out, garbage), is
 * temporary. So is not what is larger than the server said it takes (RFC 1870, 6.1).
 */
export function failureOf(error: SmtpFailure, progress: Progress): AttemptResult {
  const { responseCode: code = 0, command = '' } = error;
  const hasReply = code >= 200 && code <= 599;
  const isLogin = command.startsWith('AUTH') || LOGIN_CODES.has(code);
  const stage = isLogin ? 'login' : stageOf(command, hasReply, progress);
  const isServerWide = stage === 'login' || stage === 'connection' || code === 421;
  const isRefused = (code >= 500 && hasReply) || isTooLarge(error);
  return {
    outcome: isRefused && !isServerWide ? 'permanent' : 'temporary',
    stage,
    replyCode: hasReply ? code : null,
    reply: printable(error.response ?? error.message ?? ''),
    isServerWide,
  };
}

/** Raised by nodemailer from the server's announced SIZE (RFC 1870), before the server is asked. */
const isTooLarge = ({ code, command, response }: SmtpFailure) =>
  code === 'EMESSAGE' && command === 'MAIL FROM' && response === undefined;

function stageOf(command: string, hasReply: boolean, progress: Progress): Stage {
  if (progress === 'connecting') return 'connection';
  if (progress === 'sent' && !hasReply) return 'reply';
  return STAGES[command] ?? 'message';
}

/** `reply` is the server's line: `250 2.0.0 Ok: queued as 4F3`. */
export function acceptance(reply: string): AttemptResult {
  const code = Number.parseInt(reply, 10);
  const replyCode = Number.isNaN(code) ? 250 : code;
  return {
    outcome: 'accepted',
    stage: 'message',
    replyCode,
    reply: printable(reply),
    isServerWide: false,
  };
}

export const refusedAddress = (reply: string): AttemptResult => ({
  outcome: 'permanent',
  stage: 'address',
  replyCode: null,
  reply,
  isServerWide: false,
});

/** PostgreSQL keeps no NUL, and nobody reads the other control characters. */
const printable = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REPLY);
