import type { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';

export type Sender = ReturnType<typeof senderTo>;

/** An SMTP client that hands over the very bytes it is given; `send` rejects with `responseCode`. */
export function senderTo({ port }: Pick<Mailbox, 'port'>) {
  const connection = new SMTPConnection({ host: '127.0.0.1', port });
  const closed = new Promise<void>((resolve) => connection.once('end', resolve));
  connection.on('error', () => {});
  const connected = new Promise<void>((resolve) => connection.connect(() => resolve()));
  return {
    closed,
    async send(to: string | string[], mail: Buffer | string): Promise<string> {
      await connected;
      return new Promise((resolve, reject) => {
        connection.send({ from: 'van-thu@noi-nhan.example', to }, mail, (error, info) => {
          if (error) connection.reset(() => reject(error));
          else resolve(info!.response!);
        });
      });
    },
    quit: () => connection.quit(),
  };
}
