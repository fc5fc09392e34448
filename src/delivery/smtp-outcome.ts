import type { AttemptOutcome } from './delivery-attempt.entity.ts';

export interface SmtpOutcome {
  outcome: AttemptOutcome;
  replyCode: number | null;
  reply: string;
}

const PERMANENT_ERRORS = new Set(['EENVELOPE', 'EMESSAGE']);

/** RFC 5321, 4.2.1: 5yz is permanent; 4yz, and no reply at all (network, time-out), is temporary. */
export function failureOf(error: unknown): SmtpOutcome {
  const { responseCode, response, code, message } = error as {
    responseCode?: number;
    response?: string;
    code?: string;
    message?: string;
  };
  const isPermanent =
    responseCode !== undefined
      ? responseCode >= 500
      : code !== undefined && PERMANENT_ERRORS.has(code);
  return {
    outcome: isPermanent ? 'permanent' : 'temporary',
    replyCode: responseCode ?? null,
    reply: (response ?? message ?? String(error)).slice(0, 1000),
  };
}

/** `reply` is the server's line: `250 2.0.0 Ok: queued as 4F3`. */
export function acceptance(reply: string): SmtpOutcome {
  const code = Number.parseInt(reply, 10);
  return { outcome: 'accepted', replyCode: Number.isNaN(code) ? 250 : code, reply };
}
