import { field, mailbox, unstructured } from './header.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** A mail of our own words, without a file. */
export interface Letter {
  /** A repeated mail has the same Message-ID. */
  id: string;
  /** The same when it is repeated. */
  date: Date;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The delivery whose mail it goes on from. */
  answers?: string | undefined;
}

/** The letter as it goes over the wire after DATA, its final dot included. */
export function letterBytes(letter: Letter, address: string, sender: string): Buffer {
  const domain = sender.split('@')[1]!;
  const boundary = `=_l_${letter.id.replaceAll('-', '')}`;
  const before = letter.answers && `<${letter.answers}@${domain}>`;
  const part = (subtype: string, content: string) => [
    `--${boundary}`,
    `Content-Type: text/${subtype}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(content),
  ];
  return Buffer.from(
    [
      field('To', mailbox(letter.to.name, address)),
      `Message-ID: <${letter.id}@${domain}>`,
      ...(before ? [`In-Reply-To: ${before}`, `References: ${before}`] : []),
      `Date: ${letter.date.toUTCString().replace('GMT', '+0000')}`,
      field('From', mailbox(letter.from, sender)),
      field('Subject', unstructured(letter.subject)),
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative; boundary="${boundary}"`,
      '',
      ...part('plain', letter.text),
      ...part('html', `<!doctype html>${letter.html}`),
      `--${boundary}--`,
      '.',
      '',
    ].join('\r\n'),
  );
}
