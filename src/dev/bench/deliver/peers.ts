import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';

/** Connections of everyone who is compared. */
export const CONNECTIONS = 8;
const SMTP_SOURCE = ['/usr/sbin/smtp-source', '/usr/local/sbin/smtp-source'].find(existsSync);

/** What nodemailer gets to build each mail from. */
export interface Letter {
  text: string;
  html: string;
  subject: string;
  file: Buffer;
}

/** Seconds for `count` mails the usual way: pooled nodemailer builds each one. */
export async function nodemailerSends(port: number, count: number, letter: Letter) {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
  });
  const started = performance.now();
  let sent = 0;
  const lane = async () => {
    while (sent < count) {
      const id = sent++;
      await transport.sendMail({
        from: { name: 'Sở Thông tin và Truyền thông', address: 'van-thu@noi-nhan.example' },
        to: { name: `Ủy ban nhân dân xã Mẫu ${id}`, address: `xa-${id}@thaibinh.example` },
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        attachments: [
          { filename: 'van-ban.pdf', content: letter.file, contentType: 'application/pdf' },
        ],
      });
    }
  };
  await Promise.all(Array.from({ length: 2 * CONNECTIONS }, lane));
  const seconds = (performance.now() - started) / 1000;
  transport.close();
  return seconds;
}

/** The same by Postfix's load generator, which only pushes bytes: the ceiling. Absent where it is not installed. */
export const smtpSourceSends =
  SMTP_SOURCE &&
  (async (port: number, count: number, bytes: number) => {
    const started = performance.now();
    await promisify(execFile)(SMTP_SOURCE, [
      '-d',
      '-s',
      String(CONNECTIONS),
      '-m',
      String(count),
      '-l',
      String(bytes),
      '-f',
      'van-thu@noi-nhan.example',
      '-t',
      'xa@thaibinh.example',
      `127.0.0.1:${port}`,
    ]);
    return (performance.now() - started) / 1000;
  });
