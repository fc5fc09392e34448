import type { PreparedConnection } from './prepared-connection.ts';
import type { AttemptResult } from '../../../attempts/attempt-result.ts';
import { acceptance, failureOf, refusedAddress } from './smtp-result.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface Envelope {
  from: string;
  to: string;
  /** The local part of `to` is not ASCII (RFC 6531). */
  needsUtf8: boolean;
  /** Envelope id of delivery reports (RFC 3461), where the server offers them. */
  id: string;
  size: number;
}

/** Mails over one connection, one after another. */
export class SmtpSession {
  /** No more mails over this one. */
  isOver = false;
  mails = 0;
  usedAt = Date.now();
  private failed: ((error: Error) => void) | undefined;

  private constructor(
    private readonly connection: PreparedConnection,
    private readonly settings: SmtpSettings,
  ) {
    connection.silenceAfterMail = settings.silenceAfterMail;
    connection.on('error', (error: Error) => this.end(error));
    connection.once('end', () => this.end(new Error('The server closed the connection.')));
  }

  /** A session that is ready for mail, or what kept it from being. */
  static async open(settings: SmtpSettings): Promise<SmtpSession | AttemptResult> {
    const connection = settings.connect();
    const session = new SmtpSession(connection, settings);
    const { auth } = settings;
    try {
      await session.step((done) => connection.connect(done));
      if (auth) await session.step((done) => connection.login(auth, done));
      return session;
    } catch (error) {
      session.close();
      return failureOf(error as Error, 'connecting');
    }
  }

  /** `mail` is ready for the wire, the final dot included. */
  async send(envelope: Envelope, mail: Buffer[]): Promise<AttemptResult> {
    const { connection } = this;
    if (envelope.needsUtf8 && !connection.supports('SMTPUTF8')) {
      return refusedAddress('The mail server does not take addresses with accents (SMTPUTF8).');
    }
    this.mails += 1;
    this.usedAt = Date.now();
    const { from, to, id, size } = envelope;
    const dsn = { id, ret: 'HDRS', notify: this.settings.notify, recipient: to };
    connection.progress = 'talking';
    connection.allowSilence(this.settings.silence);
    try {
      const { response } = await this.step<{ response: string }>((done) =>
        connection.send({ from, to, size, dsn }, mail as never, done as never),
      );
      return acceptance(response);
    } catch (error) {
      const outcome = failureOf(error as Error, connection.progress);
      await this.prepareNext(outcome);
      return outcome;
    }
  }

  leave(): void {
    this.isOver = true;
    this.connection.quit();
  }

  close(): void {
    this.isOver = true;
    this.connection.close();
  }

  /** Ends the transaction of a refused mail; without a proper reply the dialogue cannot be trusted. */
  private async prepareNext({ replyCode, isServerWide }: AttemptResult): Promise<void> {
    if (this.isOver) return;
    if (replyCode === null || isServerWide) return this.close();
    await this.step((done) => this.connection.reset(done)).catch(() => this.close());
  }

  /** One step of the dialogue; it also ends when the connection does, or when the server never comes to a point. */
  private async step<T>(start: (done: (error?: Error | null, result?: T) => void) => void) {
    let bound: NodeJS.Timeout | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        this.failed = reject;
        bound = setTimeout(() => {
          reject(new Error('The server took too long over one mail.'));
          this.close();
        }, this.settings.silenceAfterMail * 2);
        start((error, result) => (error ? reject(error) : resolve(result as T)));
      });
    } finally {
      clearTimeout(bound);
    }
  }

  /** nodemailer emits `error` in the same tick as the step's callback, whose error says more: ours waits a tick. */
  private end(error: Error): void {
    this.isOver = true;
    const { failed } = this;
    setImmediate(() => failed?.(error));
  }
}
