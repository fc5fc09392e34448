import type { AttemptResult } from '../../../attempts/attempt-result.ts';
import { SmtpSession, type Envelope } from './smtp-session.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** Connections beyond the usual ones that only urgent mail may open. */
const RESERVED = 2;
const MAILS_PER_SESSION = 1000;
const IDLE_MS = 3000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Additive increase: one more connection after so many accepted mails. */
const CONFIDENCE = 20;

/**
 * Connections to one mail server. A server that says "too busy" (421), is closed or refuses our
 * password slows the pool instead of failing mails: it pauses, twice as long each time, and goes on
 * with half the connections.
 */
export class SmtpPool {
  /** Until when nothing should be sent, milliseconds since 1970. */
  pausedUntil = 0;
  /** The server's words that led to the pause. */
  pauseReply = '';
  private readonly idle: SmtpSession[] = [];
  private readonly open = new Set<SmtpSession>();
  private readonly waiting: Record<'urgent' | 'usual', (() => void)[]> = { urgent: [], usual: [] };
  private busy = 0;
  private limit: number;
  private pause = FIRST_PAUSE_MS;
  private accepted = 0;
  private readonly rounds = setInterval(() => this.leaveIdle(), IDLE_MS).unref();

  constructor(
    readonly settings: SmtpSettings,
    private readonly size: number,
  ) {
    this.limit = size;
  }

  get isPaused(): boolean {
    return Date.now() < this.pausedUntil;
  }

  /** Everyone is busy and enough wait already: more would only be kept from other workers. */
  isFull(isUrgent: boolean): boolean {
    return this.waiting[isUrgent ? 'urgent' : 'usual'].length >= this.size;
  }

  /** Sends one mail and tells what the server answered; it does not throw for what SMTP says. */
  async send(envelope: Envelope, mail: Buffer[], isUrgent: boolean): Promise<AttemptResult> {
    await this.take(isUrgent);
    try {
      const outcome = await this.attempt(envelope, mail);
      this.learn(outcome);
      return outcome;
    } finally {
      this.busy -= 1;
      this.wakeNext();
    }
  }

  /** Leaves the idle connections and cuts those that still talk. */
  close(): void {
    clearInterval(this.rounds);
    for (const session of this.idle.splice(0)) this.drop(session);
    for (const session of this.open) session.close();
  }

  private async take(isUrgent: boolean): Promise<void> {
    const line = this.waiting[isUrgent ? 'urgent' : 'usual'];
    const turn = new Promise<void>((resolve) => line.push(resolve));
    this.wakeNext();
    await turn;
  }

  private wakeNext(): void {
    const { urgent, usual } = this.waiting;
    const next =
      (this.busy < this.limit + RESERVED ? urgent.shift() : undefined) ??
      (this.busy < this.limit ? usual.shift() : undefined);
    if (!next) return;
    this.busy += 1;
    next();
    this.wakeNext();
  }

  /** A connection that the server dropped while it was idle says nothing about the mail: a fresh one does. */
  private async attempt(envelope: Envelope, mail: Buffer[]): Promise<AttemptResult> {
    const used = this.idleSession();
    if (used) {
      const outcome = await this.sendOver(used, envelope, mail);
      const isUnheard = used.isOver && outcome.replyCode === null && outcome.stage === 'message';
      if (!isUnheard) return outcome;
    }
    const fresh = await SmtpSession.open(this.settings);
    if (!(fresh instanceof SmtpSession)) return fresh;
    this.open.add(fresh);
    return this.sendOver(fresh, envelope, mail);
  }

  private async sendOver(
    session: SmtpSession,
    envelope: Envelope,
    mail: Buffer[],
  ): Promise<AttemptResult> {
    const outcome = await session.send(envelope, mail);
    if (session.isOver) this.open.delete(session);
    else if (session.mails >= MAILS_PER_SESSION) this.drop(session);
    else this.idle.push(session);
    return outcome;
  }

  private idleSession(): SmtpSession | undefined {
    for (let session = this.idle.pop(); session; session = this.idle.pop()) {
      if (!session.isOver) return session;
      this.open.delete(session);
    }
    return undefined;
  }

  private leaveIdle(): void {
    const isOld = ({ usedAt }: SmtpSession) => usedAt < Date.now() - IDLE_MS;
    const old = this.idle.filter(isOld);
    this.idle.splice(0, this.idle.length, ...this.idle.filter((session) => !old.includes(session)));
    for (const session of old) this.drop(session);
  }

  private drop(session: SmtpSession): void {
    this.open.delete(session);
    session.leave();
  }

  private learn(outcome: AttemptResult): void {
    if (outcome.outcome === 'accepted') {
      this.accepted += 1;
      this.pause = FIRST_PAUSE_MS;
      if (this.accepted % CONFIDENCE === 0) this.limit = Math.min(this.size, this.limit + 1);
    } else if (outcome.isServerWide && !this.isPaused) {
      this.pausedUntil = Date.now() + this.pause;
      this.pauseReply = outcome.reply;
      this.pause = Math.min(LONGEST_PAUSE_MS, this.pause * 2);
      this.limit = Math.max(1, Math.floor(this.limit / 2));
    }
  }
}
