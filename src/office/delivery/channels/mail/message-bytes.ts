import type { Letter } from '../letter.ts';
import { field, mailbox, unstructured } from './header.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** A mail without a file as it goes over the wire after DATA, its final dot included. */
export function messageBytes(letter: Letter, address: string, installation: string): Buffer {
  const message = letter.message();
  // A repeated mail is the same mail, whatever address the office takes meanwhile.
  const domain = installation.split('@')[1]!;
  const boundary = `=_l_${letter.id.replaceAll('-', '')}`;
  const before = message.answers && `<${message.answers}@${domain}>`;
  const part = (subtype: string, content: string) => [
    `--${boundary}`,
    `Content-Type: text/${subtype}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(content),
  ];
  return Buffer.from(
    [
      field('To', mailbox(letter.name, address)),
      `Message-ID: <${letter.id}@${domain}>`,
      ...(before ? [`In-Reply-To: ${before}`, `References: ${before}`] : []),
      `Date: ${letter.date.toUTCString().replace('GMT', '+0000')}`,
      field('From', mailbox(message.from, letter.sender ?? installation)),
      field('Subject', unstructured(message.subject)),
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative; boundary="${boundary}"`,
      '',
      ...part('plain', message.text),
      ...part('html', `<!doctype html>${message.html}`),
      `--${boundary}--`,
      '.',
      '',
    ].join('\r\n'),
  );
}
