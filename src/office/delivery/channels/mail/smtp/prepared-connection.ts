import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Progress } from './smtp-result.ts';

/** Members of nodemailer 10.6's connection that its types do not show; package.json pins the version. */
interface Internals {
  _socket: Socket;
  _responseActions: ((reply: string) => void)[];
  _supportedExtensions: string[];
  _actionSMTPStream(reply: string, done: SendDone): void;
}
type SendDone = (error: Error | null, reply?: string) => void;

/**
 * nodemailer's connection, except that a mail is bytes that are ready for the wire (lines end in CRLF,
 * no line starts with a dot, the final dot included): they are written as they are, where nodemailer
 * pushes every byte through a stream that looks for dots.
 */
export class PreparedConnection extends SMTPConnection {
  progress: Progress = 'connecting';
  /** How long the server may take over the answer to the final dot, in milliseconds. */
  silenceAfterMail = 600_000;

  supports(extension: 'SMTPUTF8' | 'DSN'): boolean {
    return this.internals._supportedExtensions.includes(extension);
  }

  /** How long the server may be silent, in milliseconds. */
  allowSilence(milliseconds: number): void {
    this.internals._socket.setTimeout(milliseconds);
  }

  private get internals(): Internals {
    return this as unknown as Internals;
  }

  /** Called by nodemailer once the server answered 354. */
  _createSendStream(done: SendDone) {
    const { _socket: socket, _responseActions: actions } = this.internals;
    actions.push((reply) => this.internals._actionSMTPStream(reply, done));
    return {
      outByteCount: 0,
      write: (parts: Buffer[]) => {
        this.progress = 'sent';
        socket.setTimeout(this.silenceAfterMail);
        socket.cork();
        for (const part of parts) socket.write(part);
        socket.uncork();
      },
      end: () => {},
    };
  }
}
